"""Runs the rules over what the reader found, and says where their problems are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from gemini_lint.call import Call, Reading
from gemini_lint.engine import arbitration
from gemini_lint.engine.arbitration import Candidate
from gemini_lint.engine.judgement import Judgement, Request
from gemini_lint.findings import Span
from gemini_lint.masking import without_keys
from gemini_lint.rules import judging
from gemini_lint.rules.registry import RegisteredRule
from gemini_lint.rules.rule import Context, Problem, Rule
from gemini_lint.values import Place, literals

Locate = Callable[[Iterable[Place]], Mapping[Place, Span]]
Failed = Callable[[str], None]


def judge(
    reading: Reading,
    rules: Iterable[RegisteredRule],
    context: Context,
    locate: Locate,
    failed: Failed,
) -> list[Judgement]:
    """Apply the rules to a file; a rule that breaks is reported and the others go on."""
    rules = tuple(rules)
    candidates = [
        *(item for call in reading.calls for item in _of_call(call, rules, context, failed)),
        *_of_file(reading, rules, context, failed),
    ]
    if not candidates:
        return []
    spans = locate({place for item in candidates for place in _places(item)})
    return [
        judgement
        for item in candidates
        if (judgement := _located(item, spans, context, reading.path)) is not None
    ]


def _of_call(
    call: Call, rules: tuple[RegisteredRule, ...], context: Context, failed: Failed
) -> Iterator[Candidate]:
    candidates: list[Candidate] = []
    for registered in rules:
        if registered.check is None:
            continue
        problems = _guarded(registered.check(call, context), registered.rule, failed)
        candidates += [Candidate(registered.rule, problem, call) for problem in problems]
    return arbitration.strongest(candidates, call)


def _of_file(
    reading: Reading, rules: tuple[RegisteredRule, ...], context: Context, failed: Failed
) -> Iterator[Candidate]:
    for registered in rules:
        if registered.check_file is None:
            continue
        problems = registered.check_file(reading, context)
        for problem in _guarded(problems, registered.rule, failed):
            yield Candidate(registered.rule, problem, None)


def _guarded(problems: Iterator[Problem], rule: Rule, failed: Failed) -> list[Problem]:
    """Return what a rule yields, as far as it gets."""
    found: list[Problem] = []
    try:
        for problem in problems:
            found.append(problem)  # noqa: PERF402 - what came before an error stays
    except Exception as error:  # noqa: BLE001 - one broken rule must not hide the others
        said = without_keys(f"{type(error).__name__}: {error}")
        failed(f"internal error in {rule.code} {rule.name}: {said}")
    return found


def _places(candidate: Candidate) -> Iterator[Place]:
    yield candidate.problem.place
    if candidate.problem.at is not None:
        yield candidate.problem.at
    if candidate.call is not None:
        yield candidate.call.place


def _located(
    candidate: Candidate, spans: Mapping[Place, Span], context: Context, path: str
) -> Judgement | None:
    problem = candidate.problem
    span = spans.get(problem.place)
    at = spans.get(problem.at) if problem.at is not None else None
    at = at or _in_file(span, path) or _call_span(candidate, spans)
    if span is None or at is None:
        return None
    return Judgement(
        candidate.rule,
        span,
        at,
        problem.severity or candidate.rule.severity,
        without_keys(problem.message),
        without_keys(problem.outcome),
        problem.source,
        _request(candidate.call, spans, context),
    )


def _in_file(span: Span | None, path: str) -> Span | None:
    return span if span is not None and span.path == path else None


def _call_span(candidate: Candidate, spans: Mapping[Place, Span]) -> Span | None:
    return None if candidate.call is None else spans.get(candidate.call.place)


def _request(call: Call | None, spans: Mapping[Place, Span], context: Context) -> Request | None:
    if call is None or call.place not in spans:
        return None
    return Request(
        spans[call.place],
        without_keys(call.callee.rpartition(".")[2]),
        call.sdk,
        _masked(call.method),
        _masked(_model(call)),
        _masked(judging.api_version(call, context).name),
        call.backends[0] if len(call.backends) == 1 else None,
    )


def _masked(text: str | None) -> str | None:
    return None if text is None else without_keys(text)


def _model(call: Call) -> str | None:
    names = {str(item.value) for item in literals(call.model.value)} if call.model else set()
    return names.pop() if len(names) == 1 else None
