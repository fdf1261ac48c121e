<?php

declare(strict_types=1);

namespace Plasm\Receipt;

/**
 * Ed25519 as libsodium judges it, which is the norm (docs/receipt.md): canonical A and R, S < L, no point of small
 * order, cofactorless.
 */
final class Signature
{
    /** False also where a length is wrong (64 bytes, 32 of the key). */
    public static function isValid(string $signature, string $message, string $publicKey): bool
    {
        return strlen($signature) === SODIUM_CRYPTO_SIGN_BYTES
            && strlen($publicKey) === SODIUM_CRYPTO_SIGN_PUBLICKEYBYTES
            && sodium_crypto_sign_verify_detached($signature, $message, $publicKey);
    }
}
