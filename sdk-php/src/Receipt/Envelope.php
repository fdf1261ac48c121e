<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\JsonInvalid;
use Plasm\Exception\ReceiptInvalid;

/**
 * A DSSE envelope of the strict form: canonical base64, exactly one signature, no other members. The signature is
 * Ed25519 over the pre-authentication encoding of the payload's exact bytes; nothing is re-serialised.
 * https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
 */
final class Envelope
{
    /** Values of JSON that it has, arrays and objects counted. */
    private const VALUES = 7;

    private function __construct(
        public readonly string $payloadType,
        /** The decoded bytes that were signed. */
        public readonly string $payload,
        /** Who is said to have signed; decides nothing. */
        public readonly string $keyId,
        /** 64 bytes. */
        public readonly string $signature,
    ) {
    }

    /** @throws ReceiptInvalid ENVELOPE_INVALID */
    public static function parse(string $bytes): self
    {
        try {
            $fields = Fields::of(StrictJson::parse($bytes, self::VALUES));
        } catch (JsonInvalid $fault) {
            throw new ReceiptInvalid('ENVELOPE_INVALID', 'the envelope: ' . $fault->getMessage(), $fault);
        }
        $fields->requires('payloadType', 'payload', 'signatures')->allowsOnly('payloadType', 'payload', 'signatures');
        $type = $fields->text('payloadType', 1, 128);
        $payload = self::base64($fields, 'payload');
        $keyId = $signature = null;
        foreach ($fields->objects('signatures', 1, 1) as $entry) {
            $entry->requires('keyid', 'sig')->allowsOnly('keyid', 'sig');
            $keyId = $entry->peerId('keyid');
            $signature = self::base64($entry, 'sig');
            if ($signature !== null && strlen($signature) !== SODIUM_CRYPTO_SIGN_BYTES) {
                $entry->note('sig', 'must be 64 bytes');
            }
        }
        $violations = $fields->violations();
        if ($violations !== [] || $type === null || $payload === null || $keyId === null || $signature === null) {
            throw new ReceiptInvalid('ENVELOPE_INVALID', 'the envelope: ' . implode('; ', $violations));
        }

        return new self($type, $payload, $keyId, $signature);
    }

    /** True where `$signer`'s key made the signature, as libsodium judges it. */
    public function isSignedBy(PeerId $signer): bool
    {
        return Signature::isValid($this->signature, $this->preAuthenticationEncoding(), $signer->publicKey);
    }

    private function preAuthenticationEncoding(): string
    {
        return sprintf(
            'DSSEv1 %d %s %d %s',
            strlen($this->payloadType),
            $this->payloadType,
            strlen($this->payload),
            $this->payload,
        );
    }

    private static function base64(Fields $fields, string $name): ?string
    {
        $text = $fields->raw($name);
        if (!$fields->has($name)) {
            return null;
        }
        try {
            $bytes = is_string($text) ? sodium_base642bin($text, SODIUM_BASE64_VARIANT_ORIGINAL) : null;
        } catch (\SodiumException) {
            $bytes = null;
        }
        if ($bytes === null) {
            $fields->note($name, 'must be canonical base64');
        }

        return $bytes;
    }
}
