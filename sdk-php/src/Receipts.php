<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\PlasmException;
use Plasm\Exception\ReceiptInvalid;
use Plasm\Receipt\Expectation;
use Plasm\Receipt\ReceiptVerifier;
use Plasm\Receipt\Verdict;
use Plasm\Transport\Api;
use Plasm\Transport\Request;

/** Receipts that the daemon keeps: its own, and those of its jobs at other nodes. */
final class Receipts
{
    /** @internal use Client::receipts() */
    public function __construct(private readonly Api $api)
    {
    }

    /**
     * The envelope's exact bytes: the proof, to be verified and kept.
     *
     * @throws PlasmException
     */
    public function envelope(string $digest): string
    {
        $request = new Request('GET', '/v1/receipts/' . rawurlencode($digest), ['Accept' => ReceiptVerifier::PAYLOAD_TYPE]);

        return $this->api->send($request)->body;
    }

    /**
     * Fetches a receipt and verifies it here.
     *
     * @throws ReceiptInvalid
     * @throws PlasmException
     */
    public function verify(string $digest, ?Expectation $expected = null): Verdict
    {
        return (new ReceiptVerifier())->verify($this->envelope($digest), $expected);
    }

    /**
     * ReceiptViews of schemas/api.schema.json, newest first, fetched page by page; for reading, not for proof.
     *
     * @return \Generator<int, \stdClass>
     *
     * @throws PlasmException
     */
    public function all(): \Generator
    {
        $before = '';
        do {
            $page = $this->api->json(new Request('GET', "/v1/receipts?limit=100$before"));
            foreach ($page->items ?? [] as $view) {
                yield $view;
            }
            $before = '&before=' . rawurlencode($page->next ?? '');
        } while (isset($page->next));
    }
}
