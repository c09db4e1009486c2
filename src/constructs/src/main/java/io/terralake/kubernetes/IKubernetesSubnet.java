package io.terralake.kubernetes;

import java.util.List;
import software.constructs.IConstruct;

/** A subnet that nodes are in, with a NAT gateway as their way out, made here or imported. Several clusters can share one. */
public interface IKubernetesSubnet extends IConstruct {

    /** The Azure id of the subnet, which is there when its way out is. */
    String subnetId();

    /** The Azure id of the virtual network that it is in. */
    String virtualNetworkId();

    /** The public IPv4 addresses that others see nodes come from. */
    List<String> outboundAddresses();
}
