"""Programs that nobody wrote for gemini-lint, put to it: does it survive them?"""
