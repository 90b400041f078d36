"""What is English: a dictionary, and the little words that no English text does without."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from gemini_lint.language.vocabulary import listed

LITTLE_WORDS: Final = listed("""
    the of and to in is you that it for on with as are this be at from or have by not what all
    were we when your can said there use an each which she do how their if will up other about
    out many then them these so some her would make like him into has look two more write go see
    no could people my than been its who now did get may any our should must only also please
    using based following don't doesn't i he his but they was me let's where why because does
    just while between after before each every without within per here give provide return
    respond answer below above such if's it's you're i'm what's am
""")

# What people write in English, and the dictionary lacks.
TECHNICAL_WORDS: Final = listed("""
    ai aiohttp anthropic api apis app apps async asyncio autocomplete aws backend backends bash
    blockchain boolean bool changelog chatbot chatbots chatgpt chromadb ci cli codebase config
    configs crewai css csv dataframe dataset datasets datetime db dev devops dict django dns
    docker docstring docstrings docx elasticsearch embeddings emoji emojis enum env eval faiss
    fastapi ffmpeg firebase firestore flask frontend fullstack gemini genai geojson git github
    gitlab gmail google gpt gpu graphql gui hashtag hashtags hostname html http https httpx img
    init int ios ip javascript jinja jpeg jpg json jsonl jupyter jwt kafka keras kubernetes
    langchain langgraph latex linter linux litellm llama llm llms localhost lookup markdown
    matplotlib metadata metaclass microservice microservices middleware mongodb multimodal mysql
    namespace nginx nlp nodejs npm numpy oauth onboarding openai param params parsable pdf pdfs
    php plugin plugins png postgres postgresql pptx preprocess pydantic pyproject pytest python
    pytorch querystring rag readme redis refactor refactoring regex repo repos scikit sdk
    serverless sklearn sql sqlalchemy sqlite ssh stderr stdin stdout streamlit subtask subtasks
    svg tensorflow timestamp timestamps timezone todo todos tokenizer toml tooltip tts txt
    typescript ui unicode uri url urls username usernames uuid asap asdf btw doin foobar gimme
    gonna gotta idk imo kubectl lorem msg olde pls qux qwerty sudo tbh thx wassup whatcha ux
    vertex viewport vscode wav webhook webhooks webp whitespace workflow workflows wifi xlsx xml
    yaml yml youtube
""")

# What prompts are made of: with little words alone it tells English without the dictionary.
PROMPT_WORDS: Final = listed("""
    add answers article ask assistant audio background blue book capital car cat change city
    classify code concise context conversation create dark data describe description detailed
    document dog ensure example expert explain explanation extract feedback find first following
    format generate hello help helpful high image instruction instructions items key know language
    learning light list long look machine message news output paragraph person photo picture points
    poem product question questions quick random read related request result review rules say
    search sentence sentences short show simple something step steps story style summarize summary
    task tell test text things think three time title today tool tools topic translate translation
    understand user video voice weather website white word words work world writing year years
""")

# Loanwords that English writes with the letters of another language.
LOANWORDS: Final = listed("""
    açaí ångström attaché béarnaise bête bévue brûlée canapé château chargé cliché communiqué
    conquistador consommé coup crème crêpe crêpes débris début décolletage décor déjà dénouement
    détente doppelgänger éclair éclairs élan émigré entrée entrées exposé façade fête fiancé
    fiancée flambé führer gâteau gruyère habitué jalapeño jalapeños jäger lycée maître mâché
    mañana matinée mélange mêlée ménage naïve née niçoise papier passé pâté piñata piqué piña
    pokémon protégé purée recherché rösti rosé roué roux sauté señor señora señorita smörgåsbord
    soirée soufflé soupçon tête touché über vis voilà vu
""")


def is_english(word: str) -> bool:
    """Tell whether the dictionary knows the word."""
    return _dictionary()(word)


@lru_cache(maxsize=1)
def _dictionary() -> Callable[[str], bool]:
    # The dictionary takes longer to load than most files take to check; with little memory it
    # takes two thirds of the time, and a word ten microseconds.
    from simplemma import is_known

    return lambda word: is_known(word, "en", low_memory=True)
