"""An encoder without a network."""

import numpy as np

TOPICS = ("diều", "ong", "chè")


class MadeUp:
    """Puts a text near the topics that it names; "cánh giấy" means the first one without naming it."""

    def __init__(self, identity="made up"):
        self.identity, self.read = identity, []

    def passages(self, texts):
        self.read += texts
        return np.array([self.query(text) for text in texts], np.float32)

    def query(self, text):
        text = text.replace("cánh giấy", "diều")
        vector = np.array([*(topic in text for topic in TOPICS), 0.1], np.float32)
        return vector / np.linalg.norm(vector)
