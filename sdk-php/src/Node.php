<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\PlasmException;
use Plasm\Transport\Api;
use Plasm\Transport\Request;

/** The daemon itself, and whom it knows. */
final class Node
{
    /** @internal use Client::node() */
    public function __construct(private readonly Api $api)
    {
    }

    /**
     * Identity, consent, load: the NodeView of schemas/api.schema.json.
     *
     * @throws PlasmException
     */
    public function view(): \stdClass
    {
        return $this->api->json(new Request('GET', '/v1/node'));
    }

    /**
     * The name in which the daemon signs orders and receipts.
     *
     * @throws PlasmException
     */
    public function peerId(): string
    {
        return (string) ($this->view()->peerId ?? '');
    }

    /**
     * PeerViews of schemas/api.schema.json.
     *
     * @return list<\stdClass>
     *
     * @throws PlasmException
     */
    public function peers(): array
    {
        return $this->api->json(new Request('GET', '/v1/peers'))->items ?? [];
    }
}
