<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\InvalidPeerId;
use Plasm\Exception\JsonInvalid;
use Plasm\Exception\ReceiptInvalid;

/**
 * A payload whose signature is good: from the envelope to the key, in the order that decides which fault is named.
 * Nothing of a payload is believed before, but its form and its signer's name.
 */
final class SignedDocument
{
    private function __construct(
        public readonly \stdClass $document,
        /** Of the payload bytes: the document's name. */
        public readonly string $digest,
        /** The envelope's exact bytes. */
        public readonly string $envelope,
    ) {
    }

    /**
     * @param string $what names the document in messages: "the receipt"
     * @param \Closure(Fields): void $check notes every rule of its form that it breaks
     * @param \Closure(\stdClass): non-empty-list<string> $peers every peer that it names, the signer first
     *
     * @throws ReceiptInvalid
     */
    public static function open(string $envelope, string $payloadType, string $what, \Closure $check, \Closure $peers): self
    {
        $opened = Envelope::parse($envelope);
        if ($opened->payloadType !== $payloadType) {
            throw new ReceiptInvalid('PAYLOAD_TYPE_WRONG', "the payload type of $what is $payloadType, not $opened->payloadType");
        }
        $document = self::parse($opened->payload, $what, $check);
        $signer = self::signer($peers($document), $what);
        if ($opened->keyId !== $signer->text) {
            throw new ReceiptInvalid(
                'KEY_ID_MISMATCH',
                "the envelope names the key of $opened->keyId, but $what is by $signer->text",
            );
        }
        if (!$opened->isSignedBy($signer)) {
            throw new ReceiptInvalid('SIGNATURE_INVALID', "the signature is not that of $signer->text over $what");
        }

        return new self($document, 'sha256:' . hash('sha256', $opened->payload), $envelope);
    }

    /** @param \Closure(Fields): void $check */
    private static function parse(string $payload, string $what, \Closure $check): \stdClass
    {
        try {
            $document = StrictJson::parse($payload);
        } catch (JsonInvalid $fault) {
            throw new ReceiptInvalid('JSON_INVALID', "$what: {$fault->getMessage()}", $fault);
        }
        $fields = Fields::of($document);
        $check($fields);
        if ($fields->violations() !== []) {
            throw new ReceiptInvalid('PAYLOAD_INVALID', "$what: " . implode('; ', $fields->violations()));
        }

        return $document;
    }

    /** @param non-empty-list<string> $names */
    private static function signer(array $names, string $what): PeerId
    {
        try {
            return array_map(PeerId::parse(...), $names)[0];
        } catch (InvalidPeerId $fault) {
            throw new ReceiptInvalid('PEER_ID_INVALID', "$what: {$fault->getMessage()}", $fault);
        }
    }
}
