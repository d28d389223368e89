package org.yichuang.itests.architecture;

import java.util.List;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.testing.centres.ModuleDescriptorContract;

/** The descriptor of every shipped module keeps the contract. */
@RunWith(Parameterized.class)
public class ModuleDescriptorTest extends ModuleDescriptorContract {
    @Parameter(0)
    public String word;

    @Parameter(1)
    public ModuleDescriptor descriptor;

    @Parameters(name = "{0}")
    public static List<Object[]> descriptors() {
        return ReadmeTablesTest.descriptors().values().stream()
                .flatMap(List::stream)
                .map(each -> new Object[] {each.word(), each})
                .toList();
    }

    @Override
    protected ModuleDescriptor descriptor() {
        return descriptor;
    }
}
