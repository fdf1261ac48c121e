<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\InvalidDigest;
use Plasm\Exception\UnreadableFile;

/** Bytes named by their sha256: a module or an input. They may be in a file, in memory, or at the daemon already. */
final class Blob
{
    private function __construct(
        /** `sha256:<hex>`, what `sha256sum` prints. */
        public readonly string $digest,
        /** Where the bytes are read from, if it is a file. */
        public readonly ?string $path = null,
        /** The bytes, if they are in memory. */
        public readonly ?string $bytes = null,
    ) {
    }

    /**
     * Reads the file once for its digest, and again, in a stream, where the daemon lacks it.
     *
     * @throws UnreadableFile
     */
    public static function file(string $path): self
    {
        $hex = is_file($path) && is_readable($path) ? hash_file('sha256', $path) : false;
        if ($hex === false) {
            throw new UnreadableFile("$path is not a file that can be read");
        }

        return new self("sha256:$hex", path: $path);
    }

    public static function bytes(string $bytes): self
    {
        return new self('sha256:' . hash('sha256', $bytes), bytes: $bytes);
    }

    /**
     * Bytes that the daemon has already.
     *
     * @throws InvalidDigest
     */
    public static function named(string $digest): self
    {
        if (preg_match('/^sha256:[0-9a-f]{64}$/D', $digest) !== 1) {
            throw new InvalidDigest("a digest is sha256: and 64 hex digits in lower case, not $digest");
        }

        return new self($digest);
    }

    /** True where the bytes are here, so that they could be uploaded. */
    public function hasBytes(): bool
    {
        return $this->path !== null || $this->bytes !== null;
    }
}
