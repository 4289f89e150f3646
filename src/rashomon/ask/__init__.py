"""Ask: the passages of the desk that answer a question, word for word, or none.

No model: the question's words and names, the kind of answer that it asks for, and who said what.
"""

from rashomon.ask.answer import Answer, Passage, ask

__all__ = ["Answer", "Passage", "ask"]
