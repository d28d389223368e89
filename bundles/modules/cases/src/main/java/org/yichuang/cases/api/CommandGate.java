package org.yichuang.cases.api;

import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;

/**
 * SPI, whiteboard: asked inside of the transaction whether somebody may give a command, once the state of the case
 * allows it and before it takes effect. All gates must let it pass. A centre that has the gate's module switched off,
 * and one where no gate is installed, lets pass whom their permissions allow: the authority is then {@link #ROLE}. A
 * gate that fails with anything but an answer holds the command up.
 *
 * <p>Once a module's gate (or its {@link CompletionGate}) has been there at a centre, the commands in which it has a
 * say are refused with {@link CaseError#GATE_AWAY} while the module is on and its gates are not there; what the law or
 * another centre does goes on. Beside the authority of all other commands stands {@link #AWAY} with the word of each
 * module that is on and not installed.
 */
public interface CommandGate {
    /** The authority of those for whom no gate has vouched: their role. */
    String ROLE = "role";

    /** Before the word of a module that is on and not there: nobody knows what its gates would have said. */
    String AWAY = "away:";

    /** The module to which the gate belongs, e.g. {@code windows}: it is asked where that is switched on. */
    String module();

    /** The commands about which it is asked. */
    Set<GatedCommand> commands();

    /**
     * What it wants to know besides what the commands carry, e.g. {@code minutes} (the reference of minutes) with
     * {@code DECIDE}: names of {@code [a-z][a-z0-9-]*}, at most 40 characters. A request may say them in its {@code
     * facts}, each in at most 200 characters; what no gate declares is refused. They are journaled with the command, so
     * they hold nothing that belongs to a person. The gate refuses when one is missing that it needs.
     */
    default Set<String> facts(GatedCommand command) {
        return Set.of();
    }

    /**
     * Answers. It may read through the unit, other modules by their ports that take one ({@link Cases}, {@code
     * Catalogue}), and write what is to be kept together with the command; what it writes before it refuses is not
     * kept, but for the event of the refusal ({@link GateAnswer.Refused}). It opens no transaction.
     */
    GateAnswer check(GateQuestion question, UnitOfWork unit);
}
