<?php

declare(strict_types=1);

namespace Plasm\Tests\Vectors;

use PHPUnit\Framework\TestCase;
use Plasm\Exception\PlasmException;

/** The golden vectors of test/vectors: the daemon's verifier, the portable one and this one answer alike to each. */
abstract class VectorTestCase extends TestCase
{
    private const DIRECTORY = __DIR__ . '/../../../test/vectors';

    /** @return iterable<string, array{\stdClass}> by name */
    protected static function cases(string $file): iterable
    {
        $json = file_get_contents(self::DIRECTORY . "/$file");
        foreach (json_decode((string) $json, false, 512, JSON_THROW_ON_ERROR)->cases as $i => $case) {
            yield "$i $case->name" => [$case];
        }
    }

    /** @param callable(): mixed $read */
    protected function assertCode(string $code, callable $read): void
    {
        try {
            $read();
        } catch (PlasmException $fault) {
            self::assertSame($code, $fault->errorCode(), $fault->getMessage());

            return;
        }
        self::fail("should have been refused with $code");
    }

    protected static function decode(string $base64): string
    {
        return sodium_base642bin($base64, SODIUM_BASE64_VARIANT_ORIGINAL);
    }
}
