package jp.shomei.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured, and how often.
 *
 * @param rounds how often each figure is taken, once all is warm
 * @param span how long rates are watched each time
 * @param certificates how many certificates the histories have
 * @param readModels which read models are rebuilt; all if none is named
 * @param lives what all benchmarks of one run share
 * @param scratch a directory for what is written meanwhile
 */
record Scale(int rounds, Duration span, int certificates, List<String> readModels, Lives lives, Path scratch) {}
