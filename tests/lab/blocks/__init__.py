"""What clusters are built from: machines, wires, pods, services, and the recorders that watch them."""
