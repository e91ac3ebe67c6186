import type { Symptoms } from '../symptoms.ts';
import { shortName } from '../../traceback/traceback.ts';

/** Code for one major version of pydantic runs under the other. */
export interface PydanticMismatch {
  /** The one that the code is written for. */
  readonly written: 1 | 2;
}

/** Codes of PydanticUserError by which pydantic 2 refuses what pydantic 1 took. */
const codesOfOne =
  /\/u\/(?:import-error|removed-kwargs|root-validator-pre-skip|validator-(?:v1-signature|field-config-info|instance-method|no-fields|invalid-fields)|model-field-missing-annotation|config-both|custom-json-schema|json-schema-already-used|type-adapter-config-unused|root-model-extra|base-model-instantiated|validate-by-alias-and-name-false)/;

/** Names of pydantic that only one of them has, or had at that place. */
const namesOfTwo =
  /^(?:field_validator|model_validator|field_serializer|model_serializer|computed_field|ConfigDict|TypeAdapter|RootModel|BeforeValidator|AfterValidator|PlainSerializer|AliasChoices|AliasPath|StringConstraints|ValidationInfo|PydanticUserError|SecretType|functional_validators|model_validate|model_dump|model_rebuild|model_config)$/;
const namesOfOne =
  /^(?:BaseSettings|PyObject|Required|ConstrainedStr|ConstrainedInt|ConstrainedFloat|ModelField|Undefined|parse_raw_as|parse_file_as|ErrorWrapper|generics|env_settings|dict_validators|ModelMetaclass|FieldInfo_type)$/;
const argumentsOfOne =
  /^con(?:list|set|str|bytes|int|decimal)\(\) got an unexpected keyword argument '(?:min_items|max_items|regex|unique_items)'/;
const argumentsOfTwo =
  /^con(?:list|set|str)\(\) got an unexpected keyword argument '(?:min_length|max_length|pattern)'/;

export function pydanticMismatch({ fatal }: Pick<Symptoms, 'fatal'>): PydanticMismatch | undefined {
  if (fatal === undefined) return undefined;
  const { message, detail } = fatal;
  const name = shortName(fatal);
  if (name === 'PydanticImportError') return { written: 1 };
  if (name === 'PydanticUserError')
    return codesOfOne.test(detail.join('\n')) ||
      /is removed\. use|MUST specify `skip_on_failure=True`|non-annotated attribute|has been removed/i.test(message)
      ? { written: 1 }
      : undefined;
  if (argumentsOfOne.test(message)) return { written: 1 };
  if (argumentsOfTwo.test(message)) return { written: 2 };
  const { wanted, module } =
    /^cannot import name '(?<wanted>\w+)' from '(?<module>pydantic[\w.]*)'/.exec(message)?.groups ??
    /^module '(?<module>pydantic)' has no attribute '(?<wanted>\w+)'/.exec(message)?.groups ??
    /^No module named '(?<module>pydantic)\.(?<wanted>\w+)'/.exec(message)?.groups ??
    {};
  if (wanted !== undefined && module !== undefined) {
    if (namesOfTwo.test(wanted)) return { written: 2 };
    return namesOfOne.test(wanted) ? { written: 1 } : undefined;
  }
  return /^'FieldInfo' object has no attribute '(?:type_|outer_type_|field_info|required|in_|sub_fields|allow_none|shape)'/.test(
    message,
  )
    ? { written: 1 }
    : undefined;
}
