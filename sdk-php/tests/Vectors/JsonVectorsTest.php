<?php

declare(strict_types=1);

namespace Plasm\Tests\Vectors;

use Plasm\Receipt\CanonicalJson;
use Plasm\Receipt\StrictJson;

final class JsonVectorsTest extends VectorTestCase
{
    /** @return iterable<string, array{\stdClass}> */
    public function documents(): iterable
    {
        yield from self::cases('strict-json.json');
    }

    /** @dataProvider documents */
    public function testReadsTheProfileAndNothingElse(\stdClass $case): void
    {
        $bytes = self::decode($case->bytes);
        if (isset($case->code)) {
            $this->assertCode($case->code, static fn () => StrictJson::parse($bytes));

            return;
        }
        self::assertSame(self::decode($case->canonical), CanonicalJson::encode(StrictJson::parse($bytes)));
    }

    /** @return iterable<string, array{\stdClass}> */
    public function canonicalForms(): iterable
    {
        yield from self::cases('canonical-json.json');
    }

    /** @dataProvider canonicalForms */
    public function testWritesTheCanonicalForm(\stdClass $case): void
    {
        $canonical = CanonicalJson::encode(StrictJson::parse(self::decode($case->bytes)));
        self::assertSame(self::decode($case->canonical), $canonical);
        self::assertSame($case->digest, 'sha256:' . hash('sha256', $canonical));
    }
}
