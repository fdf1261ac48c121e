<?php

declare(strict_types=1);

namespace Plasm;

use Plasm\Exception\PlasmException;
use Plasm\Exception\UnreadableFile;
use Plasm\Transport\Api;
use Plasm\Transport\Request;

/** Modules and inputs at the daemon. Jobs::submit() uploads what is missing by itself. */
final class Blobs
{
    /** @internal use Client::blobs() */
    public function __construct(
        private readonly Api $api,
        private readonly float $timeoutSeconds = 300.0,
    ) {
    }

    /** Uploads may take that long. */
    public function withTimeout(float $seconds): self
    {
        return new self($this->api, $seconds);
    }

    /**
     * Uploads the bytes, a file's in a stream; the daemon checks them against their digest. Once is enough, twice
     * does no harm.
     *
     * @throws PlasmException
     */
    public function upload(Blob $blob): void
    {
        if (!$blob->hasBytes()) {
            throw new UnreadableFile("the bytes of $blob->digest are not here; make the blob with Blob::file() or Blob::bytes()");
        }
        $this->api->send(new Request(
            'PUT',
            '/v1/blobs/' . $blob->digest,
            ['Content-Type' => 'application/octet-stream'],
            $blob->bytes,
            $blob->path,
            $this->timeoutSeconds,
        ));
        $this->api->debug('plasm: uploaded {digest}', ['digest' => $blob->digest, 'path' => $blob->path]);
    }

    /**
     * Gives a module that the daemon has to everyone: any peer may read it, and the DHT tells who has it. Inputs are
     * refused.
     *
     * @throws PlasmException
     */
    public function publish(string $digest): void
    {
        $this->api->send(new Request('PUT', '/v1/published/' . rawurlencode($digest)));
    }

    /**
     * Serves a module to others no more.
     *
     * @throws PlasmException where it is not published, too
     */
    public function unpublish(string $digest): void
    {
        $this->api->send(new Request('DELETE', '/v1/published/' . rawurlencode($digest)));
    }

    /**
     * PublicationViews of schemas/api.schema.json.
     *
     * @return list<\stdClass>
     *
     * @throws PlasmException
     */
    public function published(): array
    {
        return $this->api->json(new Request('GET', '/v1/published'))->items ?? [];
    }
}
