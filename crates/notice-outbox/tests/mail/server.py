"""A mail server for one test: `server.py FOLDER`.

Prints its port, keeps what it takes as FOLDER/N.eml, and answers by the recipient's local part: `later` is put off once
(451), `gone` is refused (550). Ends when its standard input does.
"""
import asyncio
import pathlib
import sys

from aiosmtpd.smtp import SMTP


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0
        self.put_off = False

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local == "gone":
            return "550 5.1.1 no such user"
        if local == "later" and not self.put_off:
            self.put_off = True
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = self.folder / f"{self.count}.eml"
        name.write_bytes(envelope.content)
        (self.folder / f"{self.count}.to").write_text("\n".join(envelope.rcpt_tos))
        return "250 OK"



async def main():
    handler = Handler(pathlib.Path(sys.argv[1]))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="localhost"), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
