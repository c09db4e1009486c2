package io.terralake.network;

/** A virtual network that services are reached in, made here or imported. */
public interface IPrivateNetwork extends Network, IVirtualNetwork {}
