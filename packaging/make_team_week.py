"""Act out a week of three reviewers who work apart, and write down what happened."""
