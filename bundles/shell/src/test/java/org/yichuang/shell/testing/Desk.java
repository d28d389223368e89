package org.yichuang.shell.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CentreDirectory;
import org.yichuang.shell.api.CommandFrame;
import org.yichuang.shell.api.RefusedCommands;
import org.yichuang.shell.api.Wording;

/** The surroundings of a command in tests: wang sits at the shell, three centres are there, each with every module. */
public final class Desk implements CommandFrame, CentreDirectory, RefusedCommands {
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    /** What was noted: command, code and who. */
    public final List<String> refused = new ArrayList<>();

    private final List<String> off = new ArrayList<>();

    /** Switches a module off at a centre. */
    public Desk without(String centre, String module) {
        off.add(centre + "/" + module);
        return this;
    }

    @Override
    public Actor operator() {
        return Actor.platform("wang@shell", "wang");
    }

    @Override
    public String json(Object data) {
        return data.toString();
    }

    @Override
    public String json(ProblemException problem) {
        return problem.code().code();
    }

    @Override
    public Exception failure(String sentence) {
        return new Exception(sentence);
    }

    @Override
    public Exception failure(ProblemException problem, Wording wording) {
        return new Exception(problem.code().code());
    }

    @Override
    public Collection<TenantId> centres() {
        return Stream.of("shandong", "yantai", "haiyang").map(TenantId::new).toList();
    }

    @Override
    public Collection<TenantId> centresWith(String module) {
        return centres().stream()
                .filter(centre -> !off.contains(centre + "/" + module))
                .toList();
    }

    @Override
    public TenantId centre(String typed) {
        return centres().stream()
                .filter(centre -> centre.value().equals(typed))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonError.TENANT_UNKNOWN, LocalizedMessage.verbatim("没有")));
    }

    @Override
    public TenantId centre(String typed, String module) {
        TenantId centre = centre(typed);
        if (off.contains(centre + "/" + module)) {
            throw new ProblemException(CommonError.MODULE_OFF, LocalizedMessage.verbatim("未启用"));
        }
        return centre;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public void record(String command, ProblemException refusal, CallContext context) {
        refused.add(command + " " + refusal.code().code() + " " + context.tenant() + " "
                + context.actor().account());
    }
}
