package org.yichuang.shell.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.console.Session;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.internal.DefaultCommandFrame;
import org.yichuang.shell.testing.Wired;

/** In which languages a command answers. */
public class OperatorCommandTest {
    private static final LocalizedMessage WORDS =
            LocalizedMessage.of(OperatorCommand.class, "language-unknown", "x", "y");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    public void whoAsksForNoLanguageReadsChineseAndEnglish() throws Exception {
        assertEquals("没有语言“x”，可用：y / There is no language 'x', but y\n", execute(null));
    }

    @Test
    public void whoAsksForOneReadsThatOne() throws Exception {
        assertEquals("There is no language 'x', but y\n", execute("en"));
    }

    @Test
    public void anotherLanguageIsAnotherFile() throws Exception {
        assertEquals("تىل يوق: x\n", execute("ug"));
    }

    @Test
    public void aLanguageWithoutAFileIsRefused() {
        Exception refused = assertThrows(Exception.class, () -> execute("fr"));

        assertEquals(
                "parameter-unreadable: 没有语言“fr”，可用：zh, en, ug / There is no language 'fr', but zh, en, ug",
                refused.getMessage());
    }

    private String execute(String language) throws Exception {
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Session session = Wired.only(Session.class, Map.of("getConsole", args -> console));
        OperatorCommand command = Wired.with(new Saying(), session, new DefaultCommandFrame());
        command.language = language;
        command.execute();
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** Says a sentence. */
    @Command(scope = "yichuang", name = "say", description = "Says a sentence")
    private static final class Saying extends OperatorCommand {
        @Override
        protected CommandResult run() throws ProblemException {
            return CommandResult.of(Map.of(), WORDS);
        }
    }
}
