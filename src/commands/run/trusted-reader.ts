import type { Files, Ports } from '../../ports.ts';
import { withoutConfiguration } from '../../settings/configuration.ts';
import type { Settings } from '../../settings/settings.ts';
import { isOfStranger, type StrangerPorts } from './strangers-compose.ts';
import { tellingReader, type ConfigurationReader } from './telling-reader.ts';

/** On an event whose code is a stranger's, its configuration is too: it could silence what has to be told. */
export function trustedReader(
  settings: Settings,
  ports: Ports & StrangerPorts & { readonly configurationFiles?: Files },
): ConfigurationReader {
  if (!isOfStranger(ports)) return tellingReader(settings, ports);
  const { configurationFiles } = ports;
  if (configurationFiles !== undefined) {
    ports.print.note(
      'Configuration files are read as they are in the base: on this event the checkout may be the work of a stranger.',
    );
    return tellingReader(settings, { ...ports, files: configurationFiles });
  }
  ports.print.note(
    'Configuration files are not read: on this event they may be the work of a stranger, and the checkout does not have the commit of the base.',
  );
  return async () => withoutConfiguration;
}
