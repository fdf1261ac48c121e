<?php

declare(strict_types=1);

namespace Plasm\Testing;

use Plasm\Receipt\CanonicalJson;
use Plasm\Receipt\PeerId;
use Plasm\Receipt\ReceiptVerifier;
use Plasm\Receipt\Statement;

/** A node that runs nothing, but signs true receipts with a key of its own. */
final class FakeNode
{
    public readonly string $peerId;
    private readonly string $secretKey;
    private readonly string $epoch;
    private int $sequence = 0;
    private ?string $previous = null;

    public function __construct(string $seed)
    {
        $pair = sodium_crypto_sign_seed_keypair(hash('sha256', $seed, true));
        $this->secretKey = sodium_crypto_sign_secretkey($pair);
        $this->peerId = PeerId::ofPublicKey(sodium_crypto_sign_publickey($pair))->text;
        $this->epoch = substr(hash('sha256', "epoch of $seed"), 0, 32);
    }

    /**
     * The envelope of a receipt.
     *
     * @param \stdClass $task the summary that a receipt carries
     * @param \stdClass $result
     */
    public function sign(\stdClass $task, \stdClass $result, string $submitter, string $job): string
    {
        $execution = (object) [
            'node' => $this->peerId,
            'submitter' => $submitter,
            'order' => 'sha256:' . hash('sha256', "$this->peerId $job"),
            'job' => $job,
            'attempt' => 1,
            'runtime' => (object) ['name' => 'fake', 'version' => '1'],
            'isolation' => 'full',
            'acceptedAt' => 0,
            'startedAt' => 0,
            'finishedAt' => 0,
        ];
        $log = (object) ['epoch' => $this->epoch, 'sequence' => $this->sequence++];
        if ($this->previous !== null) {
            $log->previous = $this->previous;
        }
        $payload = CanonicalJson::encode((object) [
            '_type' => Statement::TYPE,
            'subject' => self::subjects($task, $result),
            'predicateType' => Statement::PREDICATE_TYPE,
            'predicate' => (object) ['task' => $task, 'result' => $result, 'execution' => $execution, 'log' => $log],
        ]);
        $this->previous = 'sha256:' . hash('sha256', $payload);

        return $this->envelope(ReceiptVerifier::PAYLOAD_TYPE, $payload);
    }

    /** Signs any bytes under any type: for tests of what must not be believed. */
    public function envelope(string $payloadType, string $payload): string
    {
        $signed = sprintf('DSSEv1 %d %s %d %s', strlen($payloadType), $payloadType, strlen($payload), $payload);
        $signature = sodium_crypto_sign_detached($signed, $this->secretKey);

        return CanonicalJson::encode((object) [
            'payloadType' => $payloadType,
            'payload' => base64_encode($payload),
            'signatures' => [(object) ['keyid' => $this->peerId, 'sig' => base64_encode($signature)]],
        ]);
    }

    /** @return list<\stdClass> */
    private static function subjects(\stdClass $task, \stdClass $result): array
    {
        $subject = static fn (string $name, string $hex): \stdClass
            => (object) ['name' => $name, 'digest' => (object) ['sha256' => $hex]];
        $named = CanonicalJson::encode((object) ['task' => $task, 'result' => $result]);
        $subjects = [$subject('result', hash('sha256', $named))];
        $outputs = [['stdout', $result->stdout], ['stderr', $result->stderr]];
        foreach ($result->files as $file) {
            $outputs[] = [$file->path, $file];
        }
        foreach ($outputs as [$name, $output]) {
            if ($output->bytes > 0) {
                $subjects[] = $subject($name, substr($output->digest, strlen('sha256:')));
            }
        }

        return $subjects;
    }
}
