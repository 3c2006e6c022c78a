"""A small `sendmail -t`: `sendmail.py PORT`, the mail on standard input; the exit code is that of sysexits.h."""
import email
import smtplib
import sys

message = email.message_from_binary_file(sys.stdin.buffer)
try:
    with smtplib.SMTP("127.0.0.1", int(sys.argv[1]), timeout=20) as server:
        server.send_message(message)
except smtplib.SMTPRecipientsRefused as refused:
    code = max(code for code, _ in refused.recipients.values())
    sys.exit(75 if code < 500 else 67)
except (OSError, smtplib.SMTPException):
    sys.exit(75)
