package org.yichuang.shell.internal.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.Test;

public class LateOptionsTest {
    private final ExchangeList command = new ExchangeList();

    @Test
    public void optionsMayFollowTheArguments() throws CommandException {
        LateOptions.apply(command, List.of("--state", "parked", "--json", "--limit", "5"));

        assertEquals("parked", command.state);
        assertEquals(5, command.limit);
        assertTrue(command.json);
    }

    @Test
    public void anUnknownOneIsRefusedByName() {
        assertEquals("没有选项 / No such option: --loud", refusal("--loud"));
        assertEquals("参数过多 / Too many arguments: haiyang", refusal("haiyang"));
        assertEquals("选项缺少值 / The option needs a value: --state", refusal("--state"));
        assertEquals("选项的值须为整数 / The option needs a whole number: --limit", refusal("--limit", "many"));
    }

    private String refusal(String... words) {
        return assertThrows(CommandException.class, () -> LateOptions.apply(command, List.of(words)))
                .getMessage();
    }
}
