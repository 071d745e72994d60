package dev.sotto.nlu.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How well in-scope texts part from those out of scope by confidence. All figures are shares from 0 to 1; an in-scope
 * text that is rejected counts as wrong.
 */
final class Rejection {

    private final List<Judgement> inside;
    private final List<Judgement> outside;

    Rejection(List<Judgement> inside, List<Judgement> outside) {
        this.inside = inside;
        this.outside = outside;
    }

    /** A threshold and what it gives. */
    record Point(double threshold, double inScope, double recall) {}

    /** What a rule for picking the threshold looks for. */
    private interface Rule {
        double worth(Point point);
    }

    /** The chance that an in-scope text has more confidence than one out of scope; ties count half. */
    double auroc() {
        double[] out =
                outside.stream().mapToDouble(Judgement::confidence).sorted().toArray();
        double wins = 0;
        for (Judgement one : inside) {
            wins += below(out, one.confidence()) + 0.5 * equal(out, one.confidence());
        }
        return wins / ((double) inside.size() * out.length);
    }

    /** The share of out-of-scope texts rejected where the in-scope accuracy is still at least as given. */
    OptionalDouble recallAt(double accuracy) {
        return points(inside, outside).stream()
                .filter(point -> point.inScope() >= accuracy)
                .mapToDouble(Point::recall)
                .max();
    }

    /** Rejects readily: picks the threshold with the highest in-scope accuracy plus recall. */
    Point careful() {
        return crossed(point -> point.inScope() + point.recall());
    }

    /** Rejects rarely: picks the threshold with the highest share of all texts treated right, Larson's rule. */
    Point quiet() {
        double in = inside.size();
        double out = outside.size();
        // In use far fewer texts are out of scope than in a test set: counted as one in thirty, as in CLINC150's
        // validation.
        double weight = Math.min(1, in / out / 30);
        return crossed(point -> point.inScope() * in + point.recall() * out * weight);
    }

    /** Picks on the even texts and reads on the odd ones, and the other way round; the mean of both. */
    private Point crossed(Rule rule) {
        Point one = read(pick(0, rule), 1);
        Point other = read(pick(1, rule), 0);
        return new Point(
                (one.threshold() + other.threshold()) / 2,
                (one.inScope() + other.inScope()) / 2,
                (one.recall() + other.recall()) / 2);
    }

    private double pick(int parity, Rule rule) {
        Point best = new Point(0, 0, 0);
        double highest = Double.NEGATIVE_INFINITY;
        for (Point point : points(half(inside, parity), half(outside, parity))) {
            if (rule.worth(point) > highest) {
                highest = rule.worth(point);
                best = point;
            }
        }
        return best.threshold();
    }

    private Point read(double threshold, int parity) {
        return point(half(inside, parity), half(outside, parity), threshold);
    }

    private static List<Judgement> half(List<Judgement> all, int parity) {
        List<Judgement> half = new ArrayList<>();
        for (int i = parity; i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    private static Point point(List<Judgement> in, List<Judgement> out, double threshold) {
        long right = in.stream()
                .filter(one -> one.right() && one.confidence() >= threshold)
                .count();
        long rejected = out.stream().filter(one -> one.confidence() < threshold).count();
        return new Point(
                threshold, right / (double) Math.max(1, in.size()), rejected / (double) Math.max(1, out.size()));
    }

    /** One point for each threshold that makes a difference, the lowest first. */
    private static List<Point> points(List<Judgement> in, List<Judgement> out) {
        double[] thresholds = DoubleStream.concat(
                        in.stream().mapToDouble(Judgement::confidence),
                        out.stream().mapToDouble(Judgement::confidence).map(Math::nextUp))
                .sorted()
                .distinct()
                .toArray();
        double[] right = in.stream()
                .filter(Judgement::right)
                .mapToDouble(Judgement::confidence)
                .sorted()
                .toArray();
        double[] outs = out.stream().mapToDouble(Judgement::confidence).sorted().toArray();
        List<Point> points = new ArrayList<>();
        for (double threshold : thresholds) {
            points.add(new Point(
                    threshold,
                    (right.length - below(right, threshold)) / (double) Math.max(1, in.size()),
                    below(outs, threshold) / (double) Math.max(1, out.size())));
        }
        return points;
    }

    private static int below(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && sorted[at - 1] >= value) {
            at--;
        }
        return at;
    }

    private static int equal(double[] sorted, double value) {
        return below(sorted, Math.nextUp(value)) - below(sorted, value);
    }
}
