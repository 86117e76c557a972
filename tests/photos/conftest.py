"""What several tests of pictures need: an object store that answers on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import boto3
import pytest
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from tests.photos.clouds import BUCKET, ObjectStore

KEYS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": "us-east-1"}


@pytest.fixture(scope="session")
def object_store() -> Iterator[ObjectStore]:
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    found = ObjectStore(f"http://127.0.0.1:{port}")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in KEYS.items():
            patch.setenv(name, value)
        boto3.client("s3", endpoint_url=found.endpoint).create_bucket(Bucket=BUCKET)
    yield found
    server.stop()


@pytest.fixture
def cloud(object_store: ObjectStore, monkeypatch: pytest.MonkeyPatch) -> ObjectStore:
    """The object store, known to this process and those it starts from their environment."""
    for name, value in KEYS.items() | {("AWS_ENDPOINT_URL", object_store.endpoint)}:
        monkeypatch.setenv(name, value)
    S3FileSystem.clear_instance_cache()
    return object_store
