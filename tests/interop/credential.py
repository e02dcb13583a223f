"""Reads what hmskort exports with libraries that aren't ours, from docs/PROTOCOL.md alone.

usage: credential.py CREDENTIAL JWKS QR_TEXT QR_PNG

Prints "ok" when everything verifies and every tampered copy is refused.
"""
import base64
import json
import sys

import cbor2
import PIL.Image
import zxingcpp
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pycose.keys import OKPKey
from pycose.keys.curves import Ed25519
from pycose.messages import CoseMessage

credential, jwks, qr_text, qr_png = sys.argv[1:]
message = open(credential, "rb").read()
jwk = json.load(open(jwks))["keys"][0]
issuer = base64.urlsafe_b64decode(jwk["x"] + "==")


def cose_verifies(message):
    cose = CoseMessage.decode(message)
    cose.key = OKPKey(crv=Ed25519, x=issuer)
    return cose.verify_signature()


# 1. The credential is standard COSE.
assert cose_verifies(message), "pycose does not verify the credential"
flipped = bytearray(message)
flipped[60] ^= 1
assert not cose_verifies(bytes(flipped)), "a flipped bit went unnoticed"

# 2. The claims are standard CWT: exp, nbf, cnf, and one private claim.
tag = cbor2.loads(message)
assert tag.tag == 18, "not a tagged COSE_Sign1"
protected, unprotected, payload, signature = tag.value
headers = cbor2.loads(protected)
assert headers[1] == -8 and unprotected == {}, "other headers than EdDSA"
assert base64.urlsafe_b64decode(jwk["kid"] + "==") == headers[4], "kid is not the key's"
claims = cbor2.loads(payload)
holder = claims[8][1]
assert holder[1] == 1 and holder[-1] == 6, "cnf is not an Ed25519 COSE_Key"
assert claims[5] < claims[4], "nbf is not before exp"
number, name = claims[-65537][:2]
assert isinstance(number, int) and isinstance(name, str)

# 3. The picture holds the text, for a decoder that isn't ours.
text = open(qr_text).read().strip()
found = zxingcpp.read_barcodes(PIL.Image.open(qr_png))
assert [code.text for code in found] == [text], "zxing-cpp reads something else"


# 4. The proof verifies with the holder's key, over all bytes before it.
def from_digits(digits):
    sizes = {3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6, 17: 7, 20: 8, 22: 9, 25: 10, 27: 11, 29: 12}
    groups = [digits[i : i + 29] for i in range(0, len(digits), 29)]
    return b"".join(int(group).to_bytes(sizes[len(group)], "big") for group in groups)


code = from_digits(text.split("#")[1])
assert code[0] == 1 and code[1:3] == headers[4]
assert payload in code and signature in code
proof = code[-64:]
key = Ed25519PublicKey.from_public_bytes(holder[-2])
key.verify(proof, b"hmskort proof 1\0" + code[:-64])
try:
    key.verify(proof, b"hmskort proof 1\0" + code[:-65] + bytes([code[-65] ^ 1]))
    raise SystemExit("a changed code passed")
except InvalidSignature:
    pass
print("ok")
