<?php

declare(strict_types=1);

namespace Plasm\Tests\Vectors;

use Plasm\Receipt\Expectation;
use Plasm\Receipt\ReceiptVerifier;

final class ReceiptVectorsTest extends VectorTestCase
{
    /** @return iterable<string, array{\stdClass}> */
    public function receipts(): iterable
    {
        yield from self::cases('receipts.json');
    }

    /** @dataProvider receipts */
    public function testJudgesTheReceipt(\stdClass $case): void
    {
        $verify = static fn () => (new ReceiptVerifier())->verify(self::decode($case->envelope), self::expectation($case->expected));
        if (isset($case->code)) {
            $this->assertCode($case->code, $verify);

            return;
        }
        $verdict = $verify();
        self::assertSame($case->trusted, $verdict->isTrusted());
        self::assertSame($case->digest, $verdict->receipt->digest);
        self::assertSame($case->resultDigest, $verdict->receipt->resultDigest);
        self::assertSame($case->node, $verdict->receipt->execution->node);
        self::assertSame($case->votes, $verdict->receipt->votes());
    }

    private static function expectation(\stdClass $expected): Expectation
    {
        $built = Expectation::none();
        foreach (get_object_vars($expected) as $name => $value) {
            $built = match ($name) {
                'nodes' => $built->withNodes(...$value),
                'submitter' => $built->withSubmitter($value),
                'order' => $built->withOrder($value),
                'orderBytes' => $built->withOrderBytes(self::decode($value)),
                'task' => $built->withTask($value),
                'taskBytes' => $built->withTaskBytes(self::decode($value)),
                'job' => $built->withJob($value),
            };
        }

        return $built;
    }
}
