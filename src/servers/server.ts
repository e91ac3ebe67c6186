import type { Location } from '../finding.ts';

export type ServerName = 'uvicorn' | 'fastapi' | 'gunicorn' | 'hypercorn' | 'granian';

/** One argument of a command, wherever it is written: in the exec form, in shell text, in an entrypoint script. */
export interface CommandWord {
  /** As the program gets it; a variable whose value only the run can tell stands as it is written. */
  readonly text: string;
  /** False where `text` holds such a variable. */
  readonly known: boolean;
  /** Of the text, without its quotes. */
  readonly location: Location;
  /** With its quotes. */
  readonly whole: Location;
  /** What stands at `location` is `text`, letter by letter, so that a part of it can be edited. */
  readonly literal: boolean;
  /** How a neighbour of this word is to be written. */
  readonly form: 'json' | 'shell';
}

/** A word or a part of one: what follows the `=` of `--host=0.0.0.0`. */
export type Piece = Pick<CommandWord, 'text' | 'known' | 'location' | 'literal'>;

/** What a server was told, and where. `unknown`: only the run can tell, so nobody may judge it. */
export type Setting<Value> =
  | { readonly kind: 'given'; readonly value: Value; readonly source: SettingSource }
  | { readonly kind: 'unknown'; readonly source?: SettingSource }
  | { readonly kind: 'default'; readonly value: Value };

export interface SettingSource {
  readonly by: 'option' | 'environment' | 'file';
  /** `--host`, `UVICORN_HOST`, `bind`. */
  readonly name: string;
  /** Of the value alone, so that replacing it changes nothing else. */
  readonly location: Location;
  /** What stands at `location` is the value, letter by letter. */
  readonly literal: boolean;
}

/** A place where the server accepts connections. */
export type Address =
  | { readonly kind: 'tcp'; readonly host: Setting<string>; readonly port: Setting<number> }
  /** A unix socket or an inherited descriptor: `name` is its path or number. */
  | { readonly kind: 'unix' | 'descriptor'; readonly name: string; readonly source: SettingSource }
  /** Only the run can tell. */
  | { readonly kind: 'unknown' };

/** The application as the command line names it. */
export interface AppReference {
  /** `import`: `package.module:attribute`; `file`: a path, as `fastapi run` takes it. */
  readonly kind: 'import' | 'file';
  readonly text: string;
  /** The module's dotted name, or the path. */
  readonly module: string;
  readonly attribute?: string;
  /** False where a part of it is a variable. */
  readonly known: boolean;
  readonly location: Location;
  readonly literal: boolean;
}

/** A server's command line and what surrounds it, understood. */
export interface ServerCommand {
  readonly server: ServerName;
  /** The word that names the server: `uvicorn`, or the module behind `python -m`. */
  readonly program: CommandWord;
  /** Behind the program, in order. */
  readonly arguments: readonly CommandWord[];
  readonly app?: AppReference;
  readonly addresses: readonly Address[];
  readonly workers: Setting<number>;
  readonly reload: Setting<boolean>;
  readonly factory: Setting<boolean>;
  /** Where the module is looked for, relative to the working directory. */
  readonly appDirectory: Setting<string>;
  /** gunicorn's -k, hypercorn's -k. */
  readonly workerClass?: Setting<string>;
  /** granian's and uvicorn's --interface. */
  readonly interface?: Setting<string>;
  /** Every option of the command line, by its long name. */
  readonly options: readonly GivenOption[];
  /** A word of the command line is a variable that may hold further options. */
  readonly open: boolean;
}

export interface GivenOption {
  /** The long name: `--workers`, also where `-w` is written. */
  readonly name: string;
  readonly value?: Piece;
  /** The words that it is made of: one, or two. */
  readonly words: readonly CommandWord[];
}

/** What a server reads besides its command line. */
export interface Surroundings {
  /** Undefined where the variable is not set. */
  readonly environment: (name: string) => EnvironmentValue | undefined;
  /** A file of the image, relative to the working directory; undefined where it is not known. */
  readonly file: (path: string) => ImageFile | undefined;
}

export interface EnvironmentValue extends Piece {}

export interface ImageFile {
  /** In the repository. */
  readonly path: string;
  readonly text: string;
}

/** One server: one file each. */
export interface Server {
  readonly name: ServerName;
  /** Names of its program and of its module behind `python -m`. */
  readonly programs: readonly string[];
  /** Undefined where this command does not serve, such as `fastapi --version`. */
  readonly read: (
    program: CommandWord,
    words: readonly CommandWord[],
    surroundings: Surroundings,
  ) => ServerCommand | undefined;
}
