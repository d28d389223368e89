package org.yichuang.camel.jms.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.junit.Test;

/** The example for whoever runs the broker: the broker can read it, and it keeps what it is given. */
public class ExampleBrokerTest {
    /** The most that {@code receipt.patience} of the linkage may be, and grows to. */
    private static final long LONGEST_PATIENCE = TimeUnit.HOURS.toMillis(6);

    @Test
    public void nothingIsThrownAwayWhileItsReceiverCannotTakeIt() throws Exception {
        AddressSettings letters = example().getAddressSettings().get("yichuang.#");

        assertEquals("for as long as it lies there", -1, letters.getMaxDeliveryAttempts());
        assertTrue("longer than any copy is worth carrying", letters.getMaxExpiryDelay() > LONGEST_PATIENCE);
        assertTrue("and not for good", letters.getMaxExpiryDelay() <= TimeUnit.DAYS.toMillis(1));
        assertTrue("not in a hot loop", letters.getRedeliveryDelay() >= 1_000);
        assertTrue(letters.getMaxRedeliveryDelay() > letters.getRedeliveryDelay());
        assertNull("nothing personal lies about", letters.getDeadLetterAddress());
        assertNull(letters.getExpiryAddress());
        assertEquals(RoutingType.ANYCAST, letters.getDefaultAddressRoutingType());
    }

    @Test
    public void onlyItsOwnDeploymentTakesFromACentresQueue() throws Exception {
        example().getSecurityRoles().get("yichuang.yantai").stream()
                .filter(role -> role.isConsume())
                .forEach(role -> assertEquals("yantai", role.getName()));
        assertTrue(example().getSecurityRoles().get("yichuang.yantai").stream()
                .noneMatch(role -> role.isConsume() && role.isSend()));
    }

    @Test
    public void nobodyMakesASecondQueueOnAnAddressAndNoneIsEndless() throws Exception {
        FileConfiguration example = example();
        example.getSecurityRoles()
                .values()
                .forEach(roles -> assertTrue(roles.stream()
                        .noneMatch(role -> role.isCreateAddress()
                                || role.isCreateDurableQueue()
                                || role.isCreateNonDurableQueue()
                                || role.isDeleteAddress()
                                || role.isDeleteDurableQueue())));
        assertEquals(
                Set.of("yichuang.haiyang", "yichuang.yantai"),
                example.getAddressConfigurations().stream()
                        .map(each -> each.getName())
                        .collect(Collectors.toSet()));
        AddressSettings letters = example.getAddressSettings().get("yichuang.#");
        assertEquals(PageFullMessagePolicy.FAIL, letters.getPageFullMessagePolicy());
        assertTrue(letters.getPageLimitBytes() > letters.getMaxSizeBytes());
    }

    private static FileConfiguration example() throws Exception {
        Path file = Path.of("../../../karaf-distribution/src/main/distribution/etc/examples/broker.xml");
        FileConfiguration read = new FileConfiguration();
        FileDeploymentManager reader = new FileDeploymentManager(
                file.toAbsolutePath().normalize().toUri().toString());
        reader.addDeployable(read);
        reader.readConfiguration();
        return read;
    }
}
