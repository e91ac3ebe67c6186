import { stringify } from 'yaml';
import type { Option } from '../settings/options.ts';
import type { Output } from '../settings/outputs.ts';

/**
 * The `inputs:` of action.yml. Only an expression has a `default:`: were the others there too, an input would always be given,
 * and a configuration file could never decide.
 */
export function inputsBlock(options: readonly Option[]): string {
  return block(
    'inputs',
    options.map((option) => [
      option.name,
      {
        description: described(option),
        required: false,
        ...(option.inputDefault === undefined ? {} : { default: option.inputDefault }),
      },
    ]),
  );
}

export function outputsBlock(outputs: readonly Output[]): string {
  return block(
    'outputs',
    outputs.map(({ name, sentence }) => [name, { description: plain(sentence) }]),
  );
}

function block(name: string, entries: readonly (readonly [string, object])[]): string {
  return stringify({ [name]: Object.fromEntries(entries) }, { lineWidth: 0 });
}

function described(option: Option): string {
  const otherwise = option.default ?? option.otherwise;
  return plain(otherwise === undefined ? option.sentence : `${option.sentence} Default: ${otherwise}`);
}

/** The runner and Marketplace show the text as it stands. */
function plain(sentence: string): string {
  return sentence.replaceAll('`', '');
}
