"""Runs a program in a pseudo-terminal, as a person would: acts when a text has come, and records all that was written.

Standard input has JSON: {"argv": [...], "columns": n, "rows": n, "acts": [{"when": "text", "resize"?: [columns, rows], "type"?: "text"}]}.
Standard output gets a line of JSON for each piece: {"written": base64}, {"resize": [columns, rows]}, {"ended": exit status as of a shell}.
"""
import base64, fcntl, json, os, pty, select, struct, sys, termios, time

plan = json.load(sys.stdin)


def tell(piece):
    print(json.dumps(piece), flush=True)


def resize(columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", plan["rows"], plan["columns"], 0, 0))
    os.execvp(plan["argv"][0], plan["argv"])

acts = plan["acts"]
seen = b""
deadline = time.monotonic() + plan["deadline"]
while True:
    if not select.select([terminal], [], [], max(0, deadline - time.monotonic()))[0]:
        os.kill(child, 9)
        tell({"late": True})
        break
    try:
        written = os.read(terminal, 65536)
    except OSError:  # the other end is closed
        break
    if not written:
        break
    seen += written
    tell({"written": base64.b64encode(written).decode()})
    while acts and acts[0]["when"].encode() in seen:
        act = acts.pop(0)
        seen = b""
        if "resize" in act:
            resize(*act["resize"])
            tell({"resize": act["resize"]})
        if "type" in act:
            os.write(terminal, act["type"].encode())
tell({"ended": os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])})
