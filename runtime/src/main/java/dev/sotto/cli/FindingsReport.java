package dev.sotto.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sotto.prove.Findings;
import dev.sotto.prove.MarkSearch;
import dev.sotto.prove.MemoryCounts;
import dev.sotto.prove.MemoryOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts what a proof came to into words, for people and for programs. */
final class FindingsReport {

    private static final double MB = 1e6;

    private FindingsReport() {}

    static List<String> text(Findings found) {
        List<String> lines = new ArrayList<>();
        lines.add("said: " + found.turns() + " things; while sessions lived, memory held what was said in "
                + found.control().found() + " places");
        lines.add(found.spoken()
                .map(FindingsReport::spoken)
                .orElse("spoken: no bot can be spoken to here, so nothing was said aloud"));
        lines.add("files: " + described(found.kept().files())
                + (found.log() == Findings.Log.SEARCHED
                        ? ", the log among them"
                        : "; the log does not go to a file and was not searched"));
        lines.add("metrics and health: " + described(found.kept().pages()));
        lines.add("live objects after the sessions: " + described(found.kept().liveHeap()));
        lines.add("all of memory, a while later: " + described(found.raw().total()) + leftovers(found.raw()));
        found.spoken()
                .ifPresent(spoken -> lines.add("processes that listen: live objects after the sessions: "
                        + described(spoken.liveWorkers()) + "; all of memory, a while later: "
                        + described(spoken.workers().total()) + leftovers(spoken.workers())));
        lines.add("connections beyond this machine: "
                + (found.connections().isEmpty() ? "none" : String.join(", ", found.connections()))
                + (found.trace() == Findings.Trace.CALLS
                        ? " (every system call was followed)"
                        : " (sockets were looked at; with strace every system call is followed)"));
        lines.add(verdict(found));
        return lines;
    }

    private static String spoken(Findings.Spoken spoken) {
        return "spoken: " + spoken.turns() + " things were heard; while somebody spoke, pieces of the audio were in "
                + spoken.serverSound().found() + " places of the server and "
                + spoken.workerSound().found()
                + " of the processes that listen"
                + spoken.called()
                        .map(called -> ", of a telephone call's in "
                                + called.serverSound().found() + " and "
                                + called.workerSound().found())
                        .orElse("; no telephone call could be made")
                + "; while sessions lived, the words were in "
                + spoken.words().found();
    }

    private static String verdict(Findings found) {
        if (!found.proves()) {
            return "NOT PROVED: the search did not find what was there to be found";
        }
        return found.clean() ? "proved" : "NOT PROVED: see above";
    }

    private static String described(MarkSearch.Count count) {
        return String.format(Locale.ROOT, "%d found in %.1f MB", count.found(), count.searched() / MB);
    }

    private static String leftovers(MemoryCounts counts) {
        StringBuilder left = new StringBuilder();
        for (MemoryOwner owner : MemoryOwner.values()) {
            long places = counts.of(owner).found();
            if (places > 0) {
                left.append(left.isEmpty() ? ": " : ", ")
                        .append(owner.label())
                        .append(' ')
                        .append(places);
            }
        }
        return left.toString();
    }

    static ObjectNode json(Findings found) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ObjectNode canary = report.putObject("canary");
        canary.put(
                "searched_bytes", found.kept().total().plus(found.raw().total()).searched());
        canary.put("found", found.kept().total().found());
        canary.put("control_found", found.control().found());
        canary.put("said", found.turns());
        canary.put("files", found.kept().files().found());
        canary.put("log_searched", found.log() == Findings.Log.SEARCHED);
        canary.put("pages", found.kept().pages().found());
        canary.put("live_heap", found.kept().liveHeap().found());
        canary.put("planted_file_found", found.plantedFile());
        raw(canary, found.raw());
        found.spoken().ifPresent(spoken -> spoken(report.putObject("voice"), spoken));
        ObjectNode egress = report.putObject("egress");
        ArrayNode connections = egress.putArray("connections");
        found.connections().forEach(connections::add);
        egress.put("calls_followed", found.trace() == Findings.Trace.CALLS);
        egress.put("planted_connection_found", found.plantedConnection());
        return report;
    }

    private static void spoken(ObjectNode voice, Findings.Spoken spoken) {
        voice.put("heard", spoken.turns());
        voice.put("control_words_found", spoken.words().found());
        voice.put("control_server_sound_found", spoken.serverSound().found());
        voice.put("control_worker_sound_found", spoken.workerSound().found());
        spoken.called().ifPresent(called -> {
            voice.put("control_server_call_found", called.serverSound().found());
            voice.put("control_worker_call_found", called.workerSound().found());
        });
        voice.put("worker_live_heap", spoken.liveWorkers().found());
        raw(voice, spoken.workers());
    }

    private static void raw(ObjectNode where, MemoryCounts counts) {
        ObjectNode raw = where.putObject("raw_memory");
        raw.put("found", counts.total().found());
        for (MemoryOwner owner : MemoryOwner.values()) {
            raw.put(owner.name().toLowerCase(Locale.ROOT), counts.of(owner).found());
        }
    }
}
