-- Cards are judged worker by worker now; how far a night has come in the old order says nothing.
UPDATE night SET stage = 'left' WHERE stage = 'judge';
