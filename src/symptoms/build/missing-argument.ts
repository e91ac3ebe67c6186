import { ownFrame, shortName, type Traceback } from '../../traceback/traceback.ts';

/** The server itself calls the application with too few arguments: this one is among those that it lacks. */
export function missingArgument(traceback: Traceback, argument: string): boolean {
  const { message } = traceback;
  return (
    shortName(traceback) === 'TypeError' &&
    /missing \d+ required positional arguments?:/.test(message) &&
    message.includes(`'${argument}'`) &&
    ownFrame(traceback) === undefined
  );
}
