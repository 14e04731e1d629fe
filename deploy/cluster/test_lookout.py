"""Tests of the lookout, against an etcd and a network that are made up: python3 -m unittest test_lookout"""

import json
import unittest

import lookout

LOCK = "1234"


def members(*names):
    return {
        f"members/{name}": (
            json.dumps({"api_url": f"http://{name}:8008/patroni", "conn_url": f"postgres://{name}:5432/postgres"}),
            LOCK,
        )
        for name in names
    }


class MadeUpEtcd:
    def __init__(self, known, said=()):
        self.known, self.said, self.revoked, self.is_silent = known, dict(said), [], False

    def under(self, prefix):
        if self.is_silent:
            raise OSError("no answer")
        return dict(self.said) if prefix.startswith("/lookout/") else dict(self.known)

    def say(self, key, value):
        self.said[key.rsplit("/", 1)[1]] = (value, "lease")

    def revoke(self, lease):
        self.revoked.append(lease)


class OfLookout(unittest.TestCase):
    def setUp(self):
        self.unreachable = set()
        self.was = lookout.is_unreachable
        lookout.is_unreachable = lambda address: address in self.unreachable

    def tearDown(self):
        lookout.is_unreachable = self.was

    def made(self, said=(("node3", (LOCK, "lease")),), mode="quorum", leader="node1", me="node2"):
        known = members("node1", "node2", "node3")
        known["leader"] = (leader, LOCK)
        known["config"] = (json.dumps({"synchronous_mode": mode}), None)
        settings = {
            "name": me,
            "scope": "handslag",
            "restapi": {"connect_address": f"{me}:8008"},
            "etcd3": {"hosts": "node1:2379,node2:2379,node3:2379"},
        }
        made = lookout.Lookout(settings)
        self.assertEqual(made.etcd.url, f"http://{me}:2379/v3/")
        made.etcd = MadeUpEtcd(known, said)
        made.look()
        return made

    def lose(self, name="node1", ports=(8008, 5432)):
        self.unreachable = {(name, port) for port in ports}

    def test_a_leader_that_is_gone_loses_its_lock_at_the_third_look(self):
        made = self.made()
        self.lose()
        made.look()
        made.look()
        self.assertEqual((made.etcd.revoked, "node2" in made.etcd.said), ([], False))
        made.look()
        self.assertEqual((made.etcd.revoked, made.etcd.said["node2"][0]), ([LOCK], LOCK))

    def test_one_alone_is_not_enough(self):
        made = self.made(said=())
        self.lose()
        for _ in range(9):
            made.look()
        self.assertEqual((made.etcd.revoked, list(made.etcd.said)), ([], ["node2"]))

    def test_what_was_said_of_another_lock_does_not_count(self):
        made = self.made(said=(("node3", ("999", "lease")),))
        self.lose()
        for _ in range(9):
            made.look()
        self.assertEqual(made.etcd.revoked, [])

    def test_a_leader_of_which_one_port_answers_keeps_its_lock(self):
        for port in (8008, 5432):
            made = self.made()
            self.lose(ports=(port,))
            for _ in range(9):
                made.look()
            self.assertEqual(made.etcd.revoked, [])

    def test_an_answer_in_between_begins_the_count_again(self):
        made = self.made()
        for _ in range(4):
            self.lose()
            made.look()
            made.look()
            self.unreachable = set()
            made.look()
        self.assertEqual(made.etcd.revoked, [])

    def test_without_a_second_copy_nothing_is_done(self):
        for mode in (False, "off", None):
            made = self.made(mode=mode)
            self.lose()
            for _ in range(9):
                made.look()
            self.assertEqual(made.etcd.revoked, [], mode)
        for mode in (True, "on", "quorum"):
            made = self.made(mode=mode)
            self.lose()
            for _ in range(3):
                made.look()
            self.assertEqual(made.etcd.revoked, [LOCK], mode)

    def test_the_leader_does_not_judge_itself(self):
        made = self.made(me="node1", said=(("node2", (LOCK, "lease")), ("node3", (LOCK, "lease"))))
        self.lose()
        for _ in range(9):
            made.look()
        self.assertEqual(made.etcd.revoked, [])

    def test_it_counts_while_etcd_is_silent_and_acts_when_it_answers(self):
        made = self.made()
        self.lose()
        made.etcd.is_silent = True
        for _ in range(3):
            with self.assertRaises(OSError):
                made.look()
        made.etcd.is_silent = False
        made.look()
        self.assertEqual(made.etcd.revoked, [LOCK])

    def test_a_new_leader_begins_with_no_misses(self):
        made = self.made()
        self.lose()
        made.look()
        made.look()
        made.etcd.known["leader"] = ("node3", "5678")
        self.unreachable |= {("node3", 8008), ("node3", 5432)}
        made.look()
        self.assertEqual((made.misses, made.etcd.revoked), (0, []))

    def test_more_than_half_of_all_are_enough(self):
        for saying, of, wanted in ((1, 3, False), (2, 3, True), (2, 4, False), (2, 5, False), (3, 5, True)):
            names = [f"node{number}" for number in range(of)]
            self.assertEqual(lookout.enough(names[:saying], names), wanted, (saying, of))
        self.assertFalse(lookout.enough(["a", "b"], ["node1", "node2", "node3"]), "strangers do not count")


if __name__ == "__main__":
    unittest.main()
