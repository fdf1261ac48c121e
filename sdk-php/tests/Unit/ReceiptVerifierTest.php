<?php

declare(strict_types=1);

namespace Plasm\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Plasm\Exception\ReceiptInvalid;
use Plasm\Receipt\CanonicalJson;
use Plasm\Receipt\Expectation;
use Plasm\Receipt\ReceiptVerifier;
use Plasm\Receipt\StrictJson;
use Plasm\Receipt\Verdict;
use Plasm\Testing\FakeNode;
use Plasm\Testing\FakeRun;

final class ReceiptVerifierTest extends TestCase
{
    private const JOB = '01900000-0000-7000-8000-000000000001';

    private FakeNode $node;
    private FakeNode $other;
    private string $envelope;
    private string $task;

    protected function setUp(): void
    {
        $this->node = new FakeNode('node');
        $this->other = new FakeNode('other');
        $this->task = 'sha256:' . hash('sha256', 'task');
        $this->envelope = $this->sign(FakeRun::exited(3, "out\n", files: ['/out/b' => 'b', '/out/a' => '']));
    }

    public function testSaysSignatureValidAndNothingMoreWithoutExpectations(): void
    {
        $verdict = (new ReceiptVerifier())->verify($this->envelope);
        self::assertSame(Verdict::SIGNATURE_VALID, $verdict->status);
        self::assertFalse($verdict->isTrusted());
        self::assertSame(3, $verdict->receipt->outcome->code);
        self::assertSame(['stdout', 'stderr', '/out/a', '/out/b'], array_keys($verdict->receipt->outputs));
        self::assertSame($this->node->peerId, $verdict->receipt->execution->node);
        self::assertSame($this->envelope, $verdict->receipt->envelope);
    }

    public function testTrustsOnlyWhereNodeTaskAndJobWereExpectedAndMet(): void
    {
        $expected = Expectation::none()->withTask($this->task)->withJob(self::JOB);
        self::assertFalse((new ReceiptVerifier())->verify($this->envelope, $expected)->isTrusted());
        $expected = $expected->withNodes($this->other->peerId, $this->node->peerId);
        self::assertTrue((new ReceiptVerifier())->verify($this->envelope, $expected)->isTrusted());
    }

    public function testRefusesAReceiptOfAnotherNodeTaskJobOrderOrSubmitter(): void
    {
        $none = Expectation::none();
        $wrong = [
            'NODE_MISMATCH' => $none->withNodes($this->other->peerId),
            'TASK_MISMATCH' => $none->withTask('sha256:' . str_repeat('0', 64)),
            'JOB_MISMATCH' => $none->withJob('01900000-0000-7000-8000-000000000002'),
            'ORDER_MISMATCH' => $none->withOrder('sha256:' . str_repeat('0', 64)),
            'SUBMITTER_MISMATCH' => $none->withSubmitter($this->node->peerId),
        ];
        foreach ($wrong as $code => $expected) {
            $this->assertRefused($code, $this->envelope, $expected);
        }
    }

    public function testFindsEveryChangedByteOfThePayload(): void
    {
        $envelope = StrictJson::parse($this->envelope);
        $payload = base64_decode($envelope->payload, true);
        for ($i = 0; $i < strlen($payload); $i += 7) {
            $changed = $payload;
            $changed[$i] = chr(ord($changed[$i]) ^ 1);
            $envelope->payload = base64_encode($changed);
            try {
                (new ReceiptVerifier())->verify(CanonicalJson::encode($envelope));
                self::fail("byte $i was changed and nobody saw it");
            } catch (ReceiptInvalid $fault) {
                self::assertContains($fault->errorCode, ['SIGNATURE_INVALID', 'KEY_ID_MISMATCH', 'PAYLOAD_INVALID', 'PEER_ID_INVALID', 'JSON_INVALID']);
            }
        }
    }

    public function testRefusesASignatureByAnotherKey(): void
    {
        $envelope = StrictJson::parse($this->other->envelope(ReceiptVerifier::PAYLOAD_TYPE, $this->payload()));
        $this->assertRefused('KEY_ID_MISMATCH', CanonicalJson::encode($envelope));
        $envelope->signatures[0]->keyid = $this->node->peerId;
        $this->assertRefused('SIGNATURE_INVALID', CanonicalJson::encode($envelope));
    }

    public function testRefusesAGoodSignatureOverAnotherKindOfDocument(): void
    {
        $this->assertRefused('PAYLOAD_TYPE_WRONG', $this->node->envelope('application/vnd.plasm.order+json', $this->payload()));
    }

    /** @return iterable<string, array{string, callable(\stdClass): void}> */
    public function lies(): iterable
    {
        yield 'another fuel' => ['RESULT_DIGEST_MISMATCH', static fn ($s) => $s->predicate->result->fuel++];
        yield 'another outcome' => ['RESULT_DIGEST_MISMATCH', static fn ($s) => $s->predicate->result->outcome->code = 0];
        yield 'a subject left out' => ['SUBJECT_MISMATCH', static fn ($s) => array_pop($s->subject)];
        yield 'a subject too many' => ['SUBJECT_MISMATCH', static fn ($s) => $s->subject[] = $s->subject[1]];
        yield 'another subject name' => ['SUBJECT_MISMATCH', static fn ($s) => $s->subject[1]->name = 'stderr'];
        yield 'another subject digest' => ['SUBJECT_MISMATCH', static fn ($s) => $s->subject[1]->digest->sha256 = str_repeat('0', 64)];
        yield 'an unknown member of the result' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->result->more = 1];
        yield 'a missing member' => ['PAYLOAD_INVALID', static function ($s): void {
            unset($s->predicate->result->stderr);
        }];
        yield 'fuel that is no number' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->result->fuel = null];
        yield 'fuel as a string' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->result->fuel = '1000'];
        yield 'an exit code past 32 bits' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->result->outcome->code = 1 << 32];
        yield 'an unknown outcome' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->result->outcome = (object) ['kind' => 'completed']];
        yield 'files out of order' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->result->files = array_reverse($s->predicate->result->files)];
        yield 'an empty file with a digest of bytes' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->result->files[1]->bytes = 0];
        yield 'a first receipt with one before it' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->log->previous = $s->predicate->task->digest];
        yield 'another predicate type' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicateType = 'urn:uuid:0'];
        yield 'other semantics' => ['PAYLOAD_INVALID', static fn ($s) => $s->predicate->task->semantics = 2];
    }

    /**
     * @dataProvider lies
     *
     * @param callable(\stdClass): mixed $lie
     */
    public function testRefusesWhatANodeSignsButCannotBe(string $code, callable $lie): void
    {
        $statement = StrictJson::parse($this->payload());
        $lie($statement);
        $this->assertRefused($code, $this->node->envelope(ReceiptVerifier::PAYLOAD_TYPE, CanonicalJson::encode($statement)));
    }

    /** @return iterable<string, array{callable(\stdClass): void}> */
    public function brokenEnvelopes(): iterable
    {
        yield 'an unknown member' => [static fn ($e) => $e->more = 1];
        yield 'no signature' => [static fn ($e) => $e->signatures = []];
        yield 'two signatures' => [static fn ($e) => $e->signatures[] = $e->signatures[0]];
        yield 'an unknown member of the signature' => [static fn ($e) => $e->signatures[0]->more = 1];
        yield 'a payload with white space' => [static fn ($e) => $e->payload .= "\n"];
        yield 'a payload without padding' => [static fn ($e) => $e->payload = 'QQ'];
        yield 'a payload with unused bits' => [static fn ($e) => $e->payload = 'QR=='];
        yield 'a payload in the URL alphabet' => [static fn ($e) => $e->payload = '-_8='];
        yield 'a signature of 63 bytes' => [static fn ($e) => $e->signatures[0]->sig = base64_encode(str_repeat('x', 63))];
        yield 'a key ID of another form' => [static fn ($e) => $e->signatures[0]->keyid = 'me'];
    }

    /**
     * @dataProvider brokenEnvelopes
     *
     * @param callable(\stdClass): mixed $break
     */
    public function testRefusesAnEnvelopeThatIsNotOfTheStrictForm(callable $break): void
    {
        $envelope = StrictJson::parse($this->envelope);
        $break($envelope);
        $this->assertRefused('ENVELOPE_INVALID', CanonicalJson::encode($envelope));
    }

    public function testKnowsTheMeasuresOfEveryOutcome(): void
    {
        $runs = [FakeRun::trapped(), FakeRun::exceeded('fuel'), FakeRun::exceeded('memory'), FakeRun::exceeded('wallTime')];
        foreach ($runs as $run) {
            $receipt = (new ReceiptVerifier())->verify($this->sign($run))->receipt;
            self::assertSame($run->fuel, $receipt->fuel);
            self::assertSame($receipt->outcome->limit !== 'wallTime', $receipt->votes());
        }
    }

    private function sign(FakeRun $run): string
    {
        $module = 'sha256:' . hash('sha256', 'module');
        $task = (object) ['digest' => $this->task, 'semantics' => 1, 'module' => $module, 'files' => []];

        return (new FakeNode('node'))->sign($task, $run->result(), $this->other->peerId, self::JOB);
    }

    private function payload(): string
    {
        return base64_decode(StrictJson::parse($this->envelope)->payload, true);
    }

    private function assertRefused(string $code, string $envelope, ?Expectation $expected = null): void
    {
        try {
            (new ReceiptVerifier())->verify($envelope, $expected);
        } catch (ReceiptInvalid $fault) {
            self::assertSame($code, $fault->errorCode, $fault->getMessage());

            return;
        }
        self::fail("should have been refused with $code");
    }
}
