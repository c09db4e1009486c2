package com.example.parts;

import io.terralake.settings.Checked;
import io.terralake.settings.Problems;

/** When an office is open, in hours; the section of a stack. */
record Opening(Integer from, Integer to) implements Checked {
    @Override
    public void check(Problems problems) {
        if (from != null && to != null && to < from) {
            problems.add("/to", "%d is before %d".formatted(to, from));
        }
    }
}
