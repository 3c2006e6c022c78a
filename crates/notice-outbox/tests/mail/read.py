"""What Python's email package makes of the mails in a folder: a line of JSON each."""
import email
import email.policy
import json
import pathlib
import sys

for name in sorted(pathlib.Path(sys.argv[1]).glob("*.eml")):
    message = email.message_from_bytes(name.read_bytes(), policy=email.policy.default)
    defects = list(message.defects)
    for header in message.values():
        defects += list(getattr(header, "defects", []))
    print(json.dumps({
        "headers": sorted(key.lower() for key in message.keys() if key.lower() not in ("x-peer", "x-mailfrom", "x-rcptto")),
        "to": str(message["to"]),
        "from": str(message["from"]),
        "subject": str(message["subject"]),
        "auto": str(message["auto-submitted"]),
        "id": str(message["message-id"]),
        "date": message["date"].datetime.isoformat(),
        "type": message.get_content_type(),
        "charset": message.get_content_charset(),
        "body": message.get_content(),
        "defects": [repr(defect) for defect in defects],
        "envelope": name.with_suffix(".to").read_text(),
    }))
