<?php

declare(strict_types=1);

namespace Plasm\Receipt;

use Plasm\Exception\InvalidPeerId;

/**
 * The libp2p peer ID of an Ed25519 key: base58btc of the identity multihash (0x00, 36 bytes) of the key's protobuf
 * (0x08 0x01 0x12 0x20 and the 32 bytes). The key is inside the name, so a receipt needs no key server.
 */
final class PeerId
{
    private const PREFIX = "\x00\x24\x08\x01\x12\x20";
    private const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

    private function __construct(
        public readonly string $text,
        /** The raw public key, 32 bytes. */
        public readonly string $publicKey,
    ) {
    }

    /** @throws InvalidPeerId */
    public static function parse(string $text): self
    {
        if (preg_match('/^12D3Koo[1-9A-HJ-NP-Za-km-z]{45}$/D', $text) !== 1) {
            throw new InvalidPeerId('must be 12D3Koo and 45 characters of base58btc');
        }
        $bytes = self::fromBase58($text);
        if (strlen($bytes) !== 38 || !str_starts_with($bytes, self::PREFIX)) {
            throw new InvalidPeerId("must be the identity multihash of an Ed25519 key, which $text is not");
        }

        return new self($text, substr($bytes, strlen(self::PREFIX)));
    }

    /** @throws InvalidPeerId where the key is not 32 bytes long */
    public static function ofPublicKey(string $publicKey): self
    {
        if (strlen($publicKey) !== SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES) {
            throw new InvalidPeerId('a public key must be 32 bytes long, not ' . strlen($publicKey));
        }

        return new self(self::toBase58(self::PREFIX . $publicKey), $publicKey);
    }

    public function __toString(): string
    {
        return $this->text;
    }

    private static function fromBase58(string $text): string
    {
        $bytes = []; // least significant first
        foreach (str_split($text) as $character) {
            $carry = (int) strpos(self::ALPHABET, $character);
            foreach ($bytes as $i => $byte) {
                $carry += $byte * 58;
                $bytes[$i] = $carry & 0xFF;
                $carry >>= 8;
            }
            for (; $carry > 0; $carry >>= 8) {
                $bytes[] = $carry & 0xFF;
            }
        }

        return str_repeat("\0", strspn($text, '1')) . pack('C*', ...array_reverse($bytes));
    }

    private static function toBase58(string $bytes): string
    {
        $digits = []; // least significant first
        foreach (str_split($bytes) as $byte) {
            $carry = ord($byte);
            foreach ($digits as $i => $digit) {
                $carry += $digit << 8;
                $digits[$i] = $carry % 58;
                $carry = intdiv($carry, 58);
            }
            for (; $carry > 0; $carry = intdiv($carry, 58)) {
                $digits[] = $carry % 58;
            }
        }
        $text = str_repeat('1', strspn($bytes, "\0"));
        foreach (array_reverse($digits) as $digit) {
            $text .= self::ALPHABET[$digit];
        }

        return $text;
    }
}
