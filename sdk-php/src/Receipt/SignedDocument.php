<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\InvalidPeerId;
use Plasm\Exception\JsonInvalid;
use Plasm\Exception\ReceiptInvalid;

/**
 * A payload whose signature is good and whose form is right: from the envelope to the last name, in the order that
 * decides which fault is named. Before the signature nothing of a payload counts but its signer's name.
 */
final class SignedDocument
{
    /** Values of JSON that a payload may have, arrays and objects counted. */
    private const MAX_VALUES = 40960;

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
     * @param non-empty-list<string> $signerPath where it names its signer: the members that lead there
     * @param \Closure(Fields): void $check notes every rule of its form that it breaks
     * @param \Closure(\stdClass): list<string> $otherPeers the peers that it names beside its signer
     *
     * @throws ReceiptInvalid
     */
    public static function open(
        string $envelope,
        string $payloadType,
        string $what,
        array $signerPath,
        \Closure $check,
        \Closure $otherPeers,
    ): self {
        $opened = Envelope::parse($envelope);
        if ($opened->payloadType !== $payloadType) {
            throw new ReceiptInvalid('PAYLOAD_TYPE_WRONG', "the payload type of $what is $payloadType, not $opened->payloadType");
        }
        $unverified = self::parse($opened->payload, $what);
        $signer = self::peer(self::signer($unverified, $signerPath, $what), $what);
        if ($opened->keyId !== $signer->text) {
            throw new ReceiptInvalid(
                'KEY_ID_MISMATCH',
                "the envelope names the key of $opened->keyId, but $what is by $signer->text",
            );
        }
        if (!$opened->isSignedBy($signer)) {
            throw new ReceiptInvalid('SIGNATURE_INVALID', "the signature is not that of $signer->text over $what");
        }
        $document = self::checked($unverified, $check, $what);
        foreach ($otherPeers($document) as $name) {
            self::peer($name, $what);
        }

        return new self($document, 'sha256:' . hash('sha256', $opened->payload), $envelope);
    }

    private static function parse(string $payload, string $what): mixed
    {
        try {
            return StrictJson::parse($payload, self::MAX_VALUES);
        } catch (JsonInvalid $fault) {
            throw new ReceiptInvalid('JSON_INVALID', "$what: {$fault->getMessage()}", $fault);
        }
    }

    /**
     * The one thing that is taken from a payload before it is verified.
     *
     * @param non-empty-list<string> $path
     */
    private static function signer(mixed $unverified, array $path, string $what): string
    {
        $fields = $part = Fields::of($unverified);
        $last = array_pop($path);
        foreach ($path as $member) {
            $part = $part?->requires($member)->object($member);
        }
        $name = $part?->requires($last)->peerId($last);

        return $name ?? throw self::invalid($fields, $what);
    }

    /** @param \Closure(Fields): void $check */
    private static function checked(\stdClass $document, \Closure $check, string $what): \stdClass
    {
        $fields = Fields::of($document);
        $check($fields);
        if ($fields->violations() !== []) {
            throw self::invalid($fields, $what);
        }

        return $document;
    }

    private static function invalid(Fields $fields, string $what): ReceiptInvalid
    {
        return new ReceiptInvalid('PAYLOAD_INVALID', "$what: " . implode('; ', $fields->violations()));
    }

    private static function peer(string $name, string $what): PeerId
    {
        try {
            return PeerId::parse($name);
        } catch (InvalidPeerId $fault) {
            throw new ReceiptInvalid('PEER_ID_INVALID', "$what: {$fault->getMessage()}", $fault);
        }
    }
}
