#!/usr/bin/env python3
"""Lets go of the lock of a leader that is gone, so that its successor need not wait for the lock to run out.

Patroni takes no lock shorter than 20 seconds. One lookout runs beside each Patroni. Every second it tries to reach the
leader's Patroni and the leader's PostgreSQL. When neither answers three times in a row it says so in etcd, for five
seconds. When more than half of all nodes say so of the same lock, the lock is revoked, as etcd itself would do later.
Who leads next is Patroni's own choice, by its own rules.

Nothing acknowledged can be lost by it: it does nothing unless writes wait for a second node (synchronous_mode), and a
leader that is alive but cut off then finds nobody to confirm a write. It is no safer than that: without
synchronous_mode a cut-off leader would go on acknowledging.

    lookout.py PATRONI.YML
"""

import base64
import json
import socket
import ssl
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import yaml

EVERY_SECONDS = 1.0
MISSES = 3
SAID_FOR_SECONDS = 5
REACH_SECONDS = 1.0
ASK_SECONDS = 1.0


def is_unreachable(address):
    """Whether nobody takes a connection there."""
    try:
        socket.create_connection(address, timeout=REACH_SECONDS).close()
    except OSError:
        return True
    return False


def all_unreachable(of):
    """Whether nobody takes a connection at any of them; all are tried at the same time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        return all(pool.map(is_unreachable, of))


def enough(saying, members):
    """Whether more than half of the members say it."""
    return len(set(saying) & set(members)) * 2 > len(members)


def waits_for_a_second(config):
    """Whether a write waits until a second node has it."""
    return config.get("synchronous_mode") in (True, "on", "true", "quorum")


class Etcd:
    """What is asked of the node's own etcd: with that one gone, this node has no say anyway."""

    def __init__(self, settings):
        of = settings["etcd3"]
        own = settings["restapi"]["connect_address"].rsplit(":", 1)[0]
        hosts = [host.strip() for host in of["hosts"].split(",")]
        host = next(host for host in hosts if host.rsplit(":", 1)[0] == own)
        self.url = f"{of.get('protocol', 'http')}://{host}/v3/"
        self.tls = None
        if of.get("protocol") == "https":
            self.tls = ssl.create_default_context(cafile=of.get("cacert"))
            if of.get("cert"):
                self.tls.load_cert_chain(of["cert"], of.get("key"))

    def ask(self, path, body):
        request = urllib.request.Request(self.url + path, json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=ASK_SECONDS, context=self.tls) as answer:
            return json.load(answer)

    def under(self, prefix):
        """What stands under a prefix: the rest of each key, its value and its lease."""
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        found = self.ask("kv/range", {"key": coded(prefix), "range_end": coded(end)}).get("kvs", [])
        return {
            base64.b64decode(of["key"]).decode()[len(prefix):]: (
                base64.b64decode(of.get("value", "")).decode(),
                of.get("lease"),
            )
            for of in found
        }

    def say(self, key, value):
        lease = self.ask("lease/grant", {"TTL": SAID_FOR_SECONDS})["ID"]
        self.ask("kv/put", {"key": coded(key), "value": coded(value), "lease": lease})

    def revoke(self, lease):
        self.ask("lease/revoke", {"ID": lease})


def coded(text):
    return base64.b64encode(text.encode()).decode()


class Lookout:
    def __init__(self, settings):
        self.name, scope = settings["name"], settings["scope"]
        self.service, self.said = f"/service/{scope}/", f"/lookout/{scope}/"
        self.etcd = Etcd(settings)
        self.members, self.leader, self.lock, self.waits = {}, None, None, False
        self.misses = 0

    def look(self):
        # Counted by what was known last: etcd may be choosing a leader of its own, for the same reason.
        if self.leader in self.members and self.leader != self.name:
            gone = all_unreachable(addresses(self.members[self.leader]))
            self.misses = self.misses + 1 if gone else 0
        self.learn()
        if self.misses < MISSES or not self.waits:
            return
        self.etcd.say(self.said + self.name, self.lock)
        saying = [name for name, (of, _) in self.etcd.under(self.said).items() if of == self.lock]
        if enough(saying, self.members):
            print(f"{self.leader} answers none of {', '.join(sorted(saying))}: its lock is let go", flush=True)
            self.etcd.revoke(self.lock)

    def learn(self):
        known = self.etcd.under(self.service)
        leader, lock = known.get("leader", (None, None))
        if lock != self.lock:
            self.leader, self.lock, self.misses = leader, lock, 0
        self.waits = waits_for_a_second(json.loads(known.get("config", ("{}", None))[0]))
        self.members = {
            key.split("/", 1)[1]: json.loads(value)
            for key, (value, _) in known.items()
            if key.startswith("members/")
        }


def addresses(member):
    """Where a member's Patroni and its PostgreSQL are."""
    for url in (member["api_url"], member["conn_url"]):
        host, port = url.split("://", 1)[1].split("/", 1)[0].rsplit(":", 1)
        yield host, int(port)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        lookout = Lookout(yaml.safe_load(file))
    while True:
        begun = time.monotonic()
        try:
            lookout.look()
        except (OSError, ValueError, KeyError) as error:
            print(f"cannot look: {error}", flush=True)
        time.sleep(max(0.0, EVERY_SECONDS - (time.monotonic() - begun)))


if __name__ == "__main__":
    main()
