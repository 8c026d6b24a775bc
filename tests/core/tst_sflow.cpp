#include "core/protocols/protocols.h"
#include "tests/support/packets.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// sFlow version 5, sflow.org.

class SflowTest : public QObject
{
    Q_OBJECT

private slots:
    // What tshark 4.0 prints for these frames.
    void values_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<quint32>("linkType");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("value");

        const QByteArray frame1("020000001002020000001001 0800 45000104 0001 0000 4011 0000 0a000001 0a000002 9c4018c700f00000 00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000002 00000002 00000048 00000009 00000006 00000001 00000002 00000034 00000000 00000001 00000002 00000003 00000004 00000005 00000006 00000007 00000008 00000009 0000000a 0000000b 0000000c 00000001 00000074 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000002 000003e9 00000010 0000000a 00000000 00000014 00000000 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 0000"); // counters, then a sampled frame
        QTest::newRow("counters, then a sampled frame: frame.protocols") << frame1 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:sflow:eth:ethertype:ip";
        QTest::newRow("counters, then a sampled frame: sflow_245.version") << frame1 << 1u << QByteArray("sflow_245.version") << "5";
        QTest::newRow("counters, then a sampled frame: sflow_245.agenttype") << frame1 << 1u << QByteArray("sflow_245.agenttype") << "1";
        QTest::newRow("counters, then a sampled frame: sflow_245.agent") << frame1 << 1u << QByteArray("sflow_245.agent") << "10.0.0.254";
        QTest::newRow("counters, then a sampled frame: sflow_245.agent.v6") << frame1 << 1u << QByteArray("sflow_245.agent.v6") << "";
        QTest::newRow("counters, then a sampled frame: sflow_245.sub_agent_id") << frame1 << 1u << QByteArray("sflow_245.sub_agent_id") << "2";
        QTest::newRow("counters, then a sampled frame: sflow_245.sequence_number") << frame1 << 1u << QByteArray("sflow_245.sequence_number") << "100";
        QTest::newRow("counters, then a sampled frame: sflow_245.sysuptime") << frame1 << 1u << QByteArray("sflow_245.sysuptime") << "116000";
        QTest::newRow("counters, then a sampled frame: sflow_245.numsamples") << frame1 << 1u << QByteArray("sflow_245.numsamples") << "2";
        QTest::newRow("counters, then a sampled frame: sflow_245.sampletype") << frame1 << 1u << QByteArray("sflow_245.sampletype") << "2,1";
        QTest::newRow("counters, then a sampled frame: sflow_5.sample_length") << frame1 << 1u << QByteArray("sflow_5.sample_length") << "72,116";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.sequence_number") << frame1 << 1u << QByteArray("sflow.flow_sample.sequence_number") << "7";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.sampling_rate") << frame1 << 1u << QByteArray("sflow.flow_sample.sampling_rate") << "256";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.sample_pool") << frame1 << 1u << QByteArray("sflow.flow_sample.sample_pool") << "1000";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.dropped_packets") << frame1 << 1u << QByteArray("sflow.flow_sample.dropped_packets") << "3";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.input_interface") << frame1 << 1u << QByteArray("sflow.flow_sample.input_interface") << "11";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.input_interface_value") << frame1 << 1u << QByteArray("sflow.flow_sample.input_interface_value") << "";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.output_interface") << frame1 << 1u << QByteArray("sflow.flow_sample.output_interface") << "0x0000000c";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.output_interface_value") << frame1 << 1u << QByteArray("sflow.flow_sample.output_interface_value") << "12";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.output_interface_format") << frame1 << 1u << QByteArray("sflow.flow_sample.output_interface_format") << "0";
        QTest::newRow("counters, then a sampled frame: sflow.flow_sample.flow_record") << frame1 << 1u << QByteArray("sflow.flow_sample.flow_record") << "2";
        QTest::newRow("counters, then a sampled frame: sflow.counters_sample.sequence_number") << frame1 << 1u << QByteArray("sflow.counters_sample.sequence_number") << "9";
        QTest::newRow("counters, then a sampled frame: sflow.counters_sample.counters_records") << frame1 << 1u << QByteArray("sflow.counters_sample.counters_records") << "1";
        QTest::newRow("counters, then a sampled frame: sflow_245.flow_record_format") << frame1 << 1u << QByteArray("sflow_245.flow_record_format") << "1001,1";
        QTest::newRow("counters, then a sampled frame: sflow_245.counters_record_format") << frame1 << 1u << QByteArray("sflow_245.counters_record_format") << "2";
        QTest::newRow("counters, then a sampled frame: sflow_5.flow_data_length") << frame1 << 1u << QByteArray("sflow_5.flow_data_length") << "52,16,52";
        QTest::newRow("counters, then a sampled frame: sflow_245.header_protocol") << frame1 << 1u << QByteArray("sflow_245.header_protocol") << "1";
        QTest::newRow("counters, then a sampled frame: sflow_245.header.frame_length") << frame1 << 1u << QByteArray("sflow_245.header.frame_length") << "1500";
        QTest::newRow("counters, then a sampled frame: sflow_245.header.payload_stripped") << frame1 << 1u << QByteArray("sflow_245.header.payload_stripped") << "4";
        QTest::newRow("counters, then a sampled frame: sflow_245.header.sampled_header_length") << frame1 << 1u << QByteArray("sflow_245.header.sampled_header_length") << "36";
        QTest::newRow("counters, then a sampled frame: sflow.enterprise") << frame1 << 1u << QByteArray("sflow.enterprise") << "0,0,0,0,0";
        QTest::newRow("counters, then a sampled frame: ip.src") << frame1 << 1u << QByteArray("ip.src") << "10.0.0.1,10.0.0.1";
        QTest::newRow("counters, then a sampled frame: eth.src") << frame1 << 1u << QByteArray("eth.src") << "02:00:00:00:10:01,02:00:00:00:10:01";
        QTest::newRow("counters, then a sampled frame: vs.depth") << frame1 << 1u << QByteArray("vs.depth") << "0";
        const QByteArray frame2("020000001002020000001001 0800 450000f8 0001 0000 4011 0000 0a000001 0a000002 9c4018c700e40000 00000005 00000002 20010db8000000000000000000000001 00000002 00000064 0001c520 00000002 00000003 00000058 00000008 00000000 00000005 00000200 000007d0 00000004 00000000 00000015 00000000 00000016 00000001 00000001 00000024 0000000b 000005dc 00000004 00000014 450000140001000040fd66e60a0000010a00000300000004 0000004c 0000000a 00000000 00000006 00000001 00000002 00000034 00000000 00000001 00000002 00000003 00000004 00000005 00000006 00000007 00000008 00000009 0000000a 0000000b 0000000c"); // expanded samples, an agent of IPv6
        QTest::newRow("expanded samples, an agent of IPv6: frame.protocols") << frame2 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:sflow:ip";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.version") << frame2 << 1u << QByteArray("sflow_245.version") << "5";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.agenttype") << frame2 << 1u << QByteArray("sflow_245.agenttype") << "2";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.agent") << frame2 << 1u << QByteArray("sflow_245.agent") << "";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.agent.v6") << frame2 << 1u << QByteArray("sflow_245.agent.v6") << "2001:db8::1";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.sub_agent_id") << frame2 << 1u << QByteArray("sflow_245.sub_agent_id") << "2";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.sequence_number") << frame2 << 1u << QByteArray("sflow_245.sequence_number") << "100";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.sysuptime") << frame2 << 1u << QByteArray("sflow_245.sysuptime") << "116000";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.numsamples") << frame2 << 1u << QByteArray("sflow_245.numsamples") << "2";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.sampletype") << frame2 << 1u << QByteArray("sflow_245.sampletype") << "3,4";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_5.sample_length") << frame2 << 1u << QByteArray("sflow_5.sample_length") << "88,76";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.sequence_number") << frame2 << 1u << QByteArray("sflow.flow_sample.sequence_number") << "8";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.sampling_rate") << frame2 << 1u << QByteArray("sflow.flow_sample.sampling_rate") << "512";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.sample_pool") << frame2 << 1u << QByteArray("sflow.flow_sample.sample_pool") << "2000";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.dropped_packets") << frame2 << 1u << QByteArray("sflow.flow_sample.dropped_packets") << "4";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.input_interface") << frame2 << 1u << QByteArray("sflow.flow_sample.input_interface") << "";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.input_interface_value") << frame2 << 1u << QByteArray("sflow.flow_sample.input_interface_value") << "21";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.output_interface") << frame2 << 1u << QByteArray("sflow.flow_sample.output_interface") << "";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.output_interface_value") << frame2 << 1u << QByteArray("sflow.flow_sample.output_interface_value") << "22";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.output_interface_format") << frame2 << 1u << QByteArray("sflow.flow_sample.output_interface_format") << "";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.flow_sample.flow_record") << frame2 << 1u << QByteArray("sflow.flow_sample.flow_record") << "1";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.counters_sample.sequence_number") << frame2 << 1u << QByteArray("sflow.counters_sample.sequence_number") << "10";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.counters_sample.counters_records") << frame2 << 1u << QByteArray("sflow.counters_sample.counters_records") << "1";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.flow_record_format") << frame2 << 1u << QByteArray("sflow_245.flow_record_format") << "1";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.counters_record_format") << frame2 << 1u << QByteArray("sflow_245.counters_record_format") << "2";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_5.flow_data_length") << frame2 << 1u << QByteArray("sflow_5.flow_data_length") << "36,52";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.header_protocol") << frame2 << 1u << QByteArray("sflow_245.header_protocol") << "11";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.header.frame_length") << frame2 << 1u << QByteArray("sflow_245.header.frame_length") << "1500";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.header.payload_stripped") << frame2 << 1u << QByteArray("sflow_245.header.payload_stripped") << "4";
        QTest::newRow("expanded samples, an agent of IPv6: sflow_245.header.sampled_header_length") << frame2 << 1u << QByteArray("sflow_245.header.sampled_header_length") << "20";
        QTest::newRow("expanded samples, an agent of IPv6: sflow.enterprise") << frame2 << 1u << QByteArray("sflow.enterprise") << "0,0,0,0";
        QTest::newRow("expanded samples, an agent of IPv6: ip.dst") << frame2 << 1u << QByteArray("ip.dst") << "10.0.0.2,10.0.0.3";
        const QByteArray frame3("020000001002020000001001 0800 4500008c 0001 0000 4011 0000 0a000001 0a000002 9c4018c700780000 00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000001 00000001 0000004c 00000007 00000005 00000100 000003e8 00000003 0000000b 80000003 00000001 00000001 00000024 0000000b 000005dc 00000004 00000014 450000140001000040fd66e60a0000010a000003"); // out through three interfaces
        QTest::newRow("out through three interfaces: frame.protocols") << frame3 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:sflow:ip";
        QTest::newRow("out through three interfaces: sflow_245.version") << frame3 << 1u << QByteArray("sflow_245.version") << "5";
        QTest::newRow("out through three interfaces: sflow_245.agenttype") << frame3 << 1u << QByteArray("sflow_245.agenttype") << "1";
        QTest::newRow("out through three interfaces: sflow_245.agent") << frame3 << 1u << QByteArray("sflow_245.agent") << "10.0.0.254";
        QTest::newRow("out through three interfaces: sflow_245.agent.v6") << frame3 << 1u << QByteArray("sflow_245.agent.v6") << "";
        QTest::newRow("out through three interfaces: sflow_245.sub_agent_id") << frame3 << 1u << QByteArray("sflow_245.sub_agent_id") << "2";
        QTest::newRow("out through three interfaces: sflow_245.sequence_number") << frame3 << 1u << QByteArray("sflow_245.sequence_number") << "100";
        QTest::newRow("out through three interfaces: sflow_245.sysuptime") << frame3 << 1u << QByteArray("sflow_245.sysuptime") << "116000";
        QTest::newRow("out through three interfaces: sflow_245.numsamples") << frame3 << 1u << QByteArray("sflow_245.numsamples") << "1";
        QTest::newRow("out through three interfaces: sflow_245.sampletype") << frame3 << 1u << QByteArray("sflow_245.sampletype") << "1";
        QTest::newRow("out through three interfaces: sflow_5.sample_length") << frame3 << 1u << QByteArray("sflow_5.sample_length") << "76";
        QTest::newRow("out through three interfaces: sflow.flow_sample.sequence_number") << frame3 << 1u << QByteArray("sflow.flow_sample.sequence_number") << "7";
        QTest::newRow("out through three interfaces: sflow.flow_sample.sampling_rate") << frame3 << 1u << QByteArray("sflow.flow_sample.sampling_rate") << "256";
        QTest::newRow("out through three interfaces: sflow.flow_sample.sample_pool") << frame3 << 1u << QByteArray("sflow.flow_sample.sample_pool") << "1000";
        QTest::newRow("out through three interfaces: sflow.flow_sample.dropped_packets") << frame3 << 1u << QByteArray("sflow.flow_sample.dropped_packets") << "3";
        QTest::newRow("out through three interfaces: sflow.flow_sample.input_interface") << frame3 << 1u << QByteArray("sflow.flow_sample.input_interface") << "11";
        QTest::newRow("out through three interfaces: sflow.flow_sample.input_interface_value") << frame3 << 1u << QByteArray("sflow.flow_sample.input_interface_value") << "";
        QTest::newRow("out through three interfaces: sflow.flow_sample.output_interface") << frame3 << 1u << QByteArray("sflow.flow_sample.output_interface") << "0x80000003";
        QTest::newRow("out through three interfaces: sflow.flow_sample.output_interface_value") << frame3 << 1u << QByteArray("sflow.flow_sample.output_interface_value") << "3";
        QTest::newRow("out through three interfaces: sflow.flow_sample.output_interface_format") << frame3 << 1u << QByteArray("sflow.flow_sample.output_interface_format") << "2";
        QTest::newRow("out through three interfaces: sflow.flow_sample.flow_record") << frame3 << 1u << QByteArray("sflow.flow_sample.flow_record") << "1";
        QTest::newRow("out through three interfaces: sflow.counters_sample.sequence_number") << frame3 << 1u << QByteArray("sflow.counters_sample.sequence_number") << "";
        QTest::newRow("out through three interfaces: sflow.counters_sample.counters_records") << frame3 << 1u << QByteArray("sflow.counters_sample.counters_records") << "";
        QTest::newRow("out through three interfaces: sflow_245.flow_record_format") << frame3 << 1u << QByteArray("sflow_245.flow_record_format") << "1";
        QTest::newRow("out through three interfaces: sflow_245.counters_record_format") << frame3 << 1u << QByteArray("sflow_245.counters_record_format") << "";
        QTest::newRow("out through three interfaces: sflow_5.flow_data_length") << frame3 << 1u << QByteArray("sflow_5.flow_data_length") << "36";
        QTest::newRow("out through three interfaces: sflow_245.header_protocol") << frame3 << 1u << QByteArray("sflow_245.header_protocol") << "11";
        QTest::newRow("out through three interfaces: sflow_245.header.frame_length") << frame3 << 1u << QByteArray("sflow_245.header.frame_length") << "1500";
        QTest::newRow("out through three interfaces: sflow_245.header.payload_stripped") << frame3 << 1u << QByteArray("sflow_245.header.payload_stripped") << "4";
        QTest::newRow("out through three interfaces: sflow_245.header.sampled_header_length") << frame3 << 1u << QByteArray("sflow_245.header.sampled_header_length") << "20";
        QTest::newRow("out through three interfaces: sflow.enterprise") << frame3 << 1u << QByteArray("sflow.enterprise") << "0,0";
        const QByteArray frame4("020000001002020000001001 0800 45000022 0001 0000 4011 0000 0a000001 0a000002 9c4018c7000e0000 00050001 0102"); // another protocol on its port
        QTest::newRow("another protocol on its port: frame.protocols") << frame4 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:data";
        QTest::newRow("another protocol on its port: sflow_245.version") << frame4 << 1u << QByteArray("sflow_245.version") << "";
        QTest::newRow("another protocol on its port: sflow_245.agenttype") << frame4 << 1u << QByteArray("sflow_245.agenttype") << "";
        QTest::newRow("another protocol on its port: sflow_245.agent") << frame4 << 1u << QByteArray("sflow_245.agent") << "";
        QTest::newRow("another protocol on its port: sflow_245.agent.v6") << frame4 << 1u << QByteArray("sflow_245.agent.v6") << "";
        QTest::newRow("another protocol on its port: sflow_245.sub_agent_id") << frame4 << 1u << QByteArray("sflow_245.sub_agent_id") << "";
        QTest::newRow("another protocol on its port: sflow_245.sequence_number") << frame4 << 1u << QByteArray("sflow_245.sequence_number") << "";
        QTest::newRow("another protocol on its port: sflow_245.sysuptime") << frame4 << 1u << QByteArray("sflow_245.sysuptime") << "";
        QTest::newRow("another protocol on its port: sflow_245.numsamples") << frame4 << 1u << QByteArray("sflow_245.numsamples") << "";
        QTest::newRow("another protocol on its port: sflow_245.sampletype") << frame4 << 1u << QByteArray("sflow_245.sampletype") << "";
        QTest::newRow("another protocol on its port: sflow_5.sample_length") << frame4 << 1u << QByteArray("sflow_5.sample_length") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.sequence_number") << frame4 << 1u << QByteArray("sflow.flow_sample.sequence_number") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.sampling_rate") << frame4 << 1u << QByteArray("sflow.flow_sample.sampling_rate") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.sample_pool") << frame4 << 1u << QByteArray("sflow.flow_sample.sample_pool") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.dropped_packets") << frame4 << 1u << QByteArray("sflow.flow_sample.dropped_packets") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.input_interface") << frame4 << 1u << QByteArray("sflow.flow_sample.input_interface") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.input_interface_value") << frame4 << 1u << QByteArray("sflow.flow_sample.input_interface_value") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.output_interface") << frame4 << 1u << QByteArray("sflow.flow_sample.output_interface") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.output_interface_value") << frame4 << 1u << QByteArray("sflow.flow_sample.output_interface_value") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.output_interface_format") << frame4 << 1u << QByteArray("sflow.flow_sample.output_interface_format") << "";
        QTest::newRow("another protocol on its port: sflow.flow_sample.flow_record") << frame4 << 1u << QByteArray("sflow.flow_sample.flow_record") << "";
        QTest::newRow("another protocol on its port: sflow.counters_sample.sequence_number") << frame4 << 1u << QByteArray("sflow.counters_sample.sequence_number") << "";
        QTest::newRow("another protocol on its port: sflow.counters_sample.counters_records") << frame4 << 1u << QByteArray("sflow.counters_sample.counters_records") << "";
        QTest::newRow("another protocol on its port: sflow_245.flow_record_format") << frame4 << 1u << QByteArray("sflow_245.flow_record_format") << "";
        QTest::newRow("another protocol on its port: sflow_245.counters_record_format") << frame4 << 1u << QByteArray("sflow_245.counters_record_format") << "";
        QTest::newRow("another protocol on its port: sflow_5.flow_data_length") << frame4 << 1u << QByteArray("sflow_5.flow_data_length") << "";
        QTest::newRow("another protocol on its port: sflow_245.header_protocol") << frame4 << 1u << QByteArray("sflow_245.header_protocol") << "";
        QTest::newRow("another protocol on its port: sflow_245.header.frame_length") << frame4 << 1u << QByteArray("sflow_245.header.frame_length") << "";
        QTest::newRow("another protocol on its port: sflow_245.header.payload_stripped") << frame4 << 1u << QByteArray("sflow_245.header.payload_stripped") << "";
        QTest::newRow("another protocol on its port: sflow_245.header.sampled_header_length") << frame4 << 1u << QByteArray("sflow_245.header.sampled_header_length") << "";
        QTest::newRow("another protocol on its port: sflow.enterprise") << frame4 << 1u << QByteArray("sflow.enterprise") << "";
        const QByteArray frame5("020000001002020000001001 0800 45000148 0001 0000 4011 0000 0a000001 0a000002 9c4018c701340000 00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000003 00000001 00000040 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000018 00000008 000005dc 00000004 00000008 010203040506070800000001 0000005c 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 000000000001 0000005c 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 0000"); // a header that nobody reads, then two of Ethernet
        QTest::newRow("a header that nobody reads, then two of Ethernet: frame.protocols") << frame5 << 1u << QByteArray("frame.protocols") << "eth:ethertype:ip:udp:sflow:eth:ethertype:ip";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.version") << frame5 << 1u << QByteArray("sflow_245.version") << "5";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.agenttype") << frame5 << 1u << QByteArray("sflow_245.agenttype") << "1";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.agent") << frame5 << 1u << QByteArray("sflow_245.agent") << "10.0.0.254";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.agent.v6") << frame5 << 1u << QByteArray("sflow_245.agent.v6") << "";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.sub_agent_id") << frame5 << 1u << QByteArray("sflow_245.sub_agent_id") << "2";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.sequence_number") << frame5 << 1u << QByteArray("sflow_245.sequence_number") << "100";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.sysuptime") << frame5 << 1u << QByteArray("sflow_245.sysuptime") << "116000";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.numsamples") << frame5 << 1u << QByteArray("sflow_245.numsamples") << "3";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.sampletype") << frame5 << 1u << QByteArray("sflow_245.sampletype") << "1,1,1";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_5.sample_length") << frame5 << 1u << QByteArray("sflow_5.sample_length") << "64,92,92";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.sequence_number") << frame5 << 1u << QByteArray("sflow.flow_sample.sequence_number") << "7,7,7";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.sampling_rate") << frame5 << 1u << QByteArray("sflow.flow_sample.sampling_rate") << "256,256,256";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.sample_pool") << frame5 << 1u << QByteArray("sflow.flow_sample.sample_pool") << "1000,1000,1000";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.dropped_packets") << frame5 << 1u << QByteArray("sflow.flow_sample.dropped_packets") << "3,3,3";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.input_interface") << frame5 << 1u << QByteArray("sflow.flow_sample.input_interface") << "11,11,11";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.input_interface_value") << frame5 << 1u << QByteArray("sflow.flow_sample.input_interface_value") << "";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.output_interface") << frame5 << 1u << QByteArray("sflow.flow_sample.output_interface") << "0x0000000c,0x0000000c,0x0000000c";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.output_interface_value") << frame5 << 1u << QByteArray("sflow.flow_sample.output_interface_value") << "12,12,12";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.output_interface_format") << frame5 << 1u << QByteArray("sflow.flow_sample.output_interface_format") << "0,0,0";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.flow_sample.flow_record") << frame5 << 1u << QByteArray("sflow.flow_sample.flow_record") << "1,1,1";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.counters_sample.sequence_number") << frame5 << 1u << QByteArray("sflow.counters_sample.sequence_number") << "";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.counters_sample.counters_records") << frame5 << 1u << QByteArray("sflow.counters_sample.counters_records") << "";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.flow_record_format") << frame5 << 1u << QByteArray("sflow_245.flow_record_format") << "1,1,1";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.counters_record_format") << frame5 << 1u << QByteArray("sflow_245.counters_record_format") << "";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_5.flow_data_length") << frame5 << 1u << QByteArray("sflow_5.flow_data_length") << "24,52,52";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.header_protocol") << frame5 << 1u << QByteArray("sflow_245.header_protocol") << "8,1,1";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.header.frame_length") << frame5 << 1u << QByteArray("sflow_245.header.frame_length") << "1500,1500,1500";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.header.payload_stripped") << frame5 << 1u << QByteArray("sflow_245.header.payload_stripped") << "4,4,4";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow_245.header.sampled_header_length") << frame5 << 1u << QByteArray("sflow_245.header.sampled_header_length") << "8,36,36";
        QTest::newRow("a header that nobody reads, then two of Ethernet: sflow.enterprise") << frame5 << 1u << QByteArray("sflow.enterprise") << "0,0,0,0,0,0";
        QTest::newRow("a header that nobody reads, then two of Ethernet: ip.dst") << frame5 << 1u << QByteArray("ip.dst") << "10.0.0.2,10.0.0.2";
    }

    void values()
    {
        QFETCH(QByteArray, frame);
        QFETCH(quint32, linkType);
        QFETCH(QByteArray, field);
        QTEST(valuesOf(field, frame, linkType), "value");
    }

    void tree_data()
    {
        QTest::addColumn<QByteArray>("packet");
        QTest::addColumn<QStringList>("tree");

        QTest::newRow("counters, then a sampled frame")
            << QByteArray("00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000002 00000002 00000048 00000009 00000006 00000001 00000002 00000034 00000000 00000001 00000002 00000003 00000004 00000005 00000006 00000007 00000008 00000009 0000000a 0000000b 0000000c 00000001 00000074 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000002 000003e9 00000010 0000000a 00000000 00000014 00000000 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 0000")
            << QStringList{
                   "InMon sFlow  V5, seq 100, 2 samples",
                   "  Datagram version: 5",
                   "  Agent address type: IPv4 (1)",
                   "  Agent address: 10.0.0.254",
                   "  Sub-agent ID: 2",
                   "  Sequence number: 100",
                   "  SysUptime (ms): 116000",
                   "  NumSamples: 2",
                   "  Counters sample",
                   "    Enterprise: 0",
                   "    sFlow sample type: Counters sample (2)",
                   "    Sample length (byte): 72",
                   "    Sequence number: 9",
                   "    Counters records: 1",
                   "    Record",
                   "      Enterprise: 0",
                   "      Format: 2",
                   "      Flow data length (byte): 52",
                   "  Flow sample",
                   "    Enterprise: 0",
                   "    sFlow sample type: Flow sample (1)",
                   "    Sample length (byte): 116",
                   "    Sequence number: 7",
                   "    Sampling rate: 256",
                   "    Sample pool: 1000",
                   "    Dropped packets: 3",
                   "    Input interface (ifIndex): 11",
                   "    Output interface: 0x0000000c",
                   "      Output interface format: single interface (0)",
                   "      Output interface value: 12",
                   "    Flow record: 2",
                   "    Record",
                   "      Enterprise: 0",
                   "      Format: 1001",
                   "      Flow data length (byte): 16",
                   "    Record",
                   "      Enterprise: 0",
                   "      Format: 1",
                   "      Flow data length (byte): 52",
                   "      Header protocol: Ethernet (1)",
                   "      Frame Length: 1500",
                   "      Payload stripped: 4",
                   "      Sampled header length: 36",
                   "Ethernet II  02:00:00:00:10:01 → 02:00:00:00:10:02",
                   "  Destination: 02:00:00:00:10:02",
                   "  Source: 02:00:00:00:10:01",
                   "  Type: IPv4 (0x0800)",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x00",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Not set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x66e6",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Bad (0)]",
                   "  ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("two that can be read")
            << QByteArray("00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000003 00000001 00000040 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000018 00000008 000005dc 00000004 00000008 010203040506070800000001 0000005c 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 000000000001 0000005c 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 0000")
            << QStringList{
                   "InMon sFlow  V5, seq 100, 3 samples",
                   "  Datagram version: 5",
                   "  Agent address type: IPv4 (1)",
                   "  Agent address: 10.0.0.254",
                   "  Sub-agent ID: 2",
                   "  Sequence number: 100",
                   "  SysUptime (ms): 116000",
                   "  NumSamples: 3",
                   "  Flow sample",
                   "    Enterprise: 0",
                   "    sFlow sample type: Flow sample (1)",
                   "    Sample length (byte): 64",
                   "    Sequence number: 7",
                   "    Sampling rate: 256",
                   "    Sample pool: 1000",
                   "    Dropped packets: 3",
                   "    Input interface (ifIndex): 11",
                   "    Output interface: 0x0000000c",
                   "      Output interface format: single interface (0)",
                   "      Output interface value: 12",
                   "    Flow record: 1",
                   "    Record",
                   "      Enterprise: 0",
                   "      Format: 1",
                   "      Flow data length (byte): 24",
                   "      Header protocol: SMDS (8)",
                   "      Frame Length: 1500",
                   "      Payload stripped: 4",
                   "      Sampled header length: 8",
                   "  Flow sample",
                   "    Enterprise: 0",
                   "    sFlow sample type: Flow sample (1)",
                   "    Sample length (byte): 92",
                   "    Sequence number: 7",
                   "    Sampling rate: 256",
                   "    Sample pool: 1000",
                   "    Dropped packets: 3",
                   "    Input interface (ifIndex): 11",
                   "    Output interface: 0x0000000c",
                   "      Output interface format: single interface (0)",
                   "      Output interface value: 12",
                   "    Flow record: 1",
                   "    Record",
                   "      Enterprise: 0",
                   "      Format: 1",
                   "      Flow data length (byte): 52",
                   "      Header protocol: Ethernet (1)",
                   "      Frame Length: 1500",
                   "      Payload stripped: 4",
                   "      Sampled header length: 36",
                   "  Flow sample",
                   "    Enterprise: 0",
                   "    sFlow sample type: Flow sample (1)",
                   "    Sample length (byte): 92",
                   "    Sequence number: 7",
                   "    Sampling rate: 256",
                   "    Sample pool: 1000",
                   "    Dropped packets: 3",
                   "    Input interface (ifIndex): 11",
                   "    Output interface: 0x0000000c",
                   "      Output interface format: single interface (0)",
                   "      Output interface value: 12",
                   "    Flow record: 1",
                   "    Record",
                   "      Enterprise: 0",
                   "      Format: 1",
                   "      Flow data length (byte): 52",
                   "      Header protocol: Ethernet (1)",
                   "      Frame Length: 1500",
                   "      Payload stripped: 4",
                   "      Sampled header length: 36",
                   "  ! of 3 sampled frames, the first that can be read is shown",
                   "Ethernet II  02:00:00:00:10:01 → 02:00:00:00:10:02",
                   "  Destination: 02:00:00:00:10:02",
                   "  Source: 02:00:00:00:10:01",
                   "  Type: IPv4 (0x0800)",
                   "Internet Protocol Version 4  10.0.0.1 → 10.0.0.2   TTL 64",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x00",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Not set",
                   "    More fragments: Not set",
                   "  Fragment Offset in units of 8 bytes: 0",
                   "  Time to Live: 64",
                   "  Protocol: 253",
                   "  Header Checksum: 0x66e6",
                   "  Source Address: 10.0.0.1",
                   "  Destination Address: 10.0.0.2",
                   "  [Header checksum status: Bad (0)]",
                   "  ! checksum is wrong; where the sender captured it, this is checksum offload",
               };
        QTest::newRow("counters alone")
            << QByteArray("00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000001 00000002 00000048 00000009 00000006 00000001 00000002 00000034 00000000 00000001 00000002 00000003 00000004 00000005 00000006 00000007 00000008 00000009 0000000a 0000000b 0000000c")
            << QStringList{
                   "InMon sFlow  V5, seq 100, 1 samples",
                   "  Datagram version: 5",
                   "  Agent address type: IPv4 (1)",
                   "  Agent address: 10.0.0.254",
                   "  Sub-agent ID: 2",
                   "  Sequence number: 100",
                   "  SysUptime (ms): 116000",
                   "  NumSamples: 1",
                   "  Counters sample",
                   "    Enterprise: 0",
                   "    sFlow sample type: Counters sample (2)",
                   "    Sample length (byte): 72",
                   "    Sequence number: 9",
                   "    Counters records: 1",
                   "    Record",
                   "      Enterprise: 0",
                   "      Format: 2",
                   "      Flow data length (byte): 52",
               };
        QTest::newRow("no sample")
            << QByteArray("00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000000")
            << QStringList{
                   "InMon sFlow  V5, seq 100, 0 samples",
                   "  Datagram version: 5",
                   "  Agent address type: IPv4 (1)",
                   "  Agent address: 10.0.0.254",
                   "  Sub-agent ID: 2",
                   "  Sequence number: 100",
                   "  SysUptime (ms): 116000",
                   "  NumSamples: 0",
               };
        QTest::newRow("another version")
            << QByteArray("00000004 00000001 0a0000fe")
            << QStringList{
                   "InMon sFlow  V4",
                   "  Datagram version: 4",
                   "  Agent address type: IPv4 (1)",
                   "  ! version 4 is not known",
                   "Data  4 bytes",
                   "  Data: 0a0000fe",
                   "  [Length: 4]",
               };
        QTest::newRow("a sample longer than the datagram")
            << QByteArray("00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000001 00000001 0000005c 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 45000014000100")
            << QStringList{
                   "InMon sFlow  V5, seq 100, 1 samples",
                   "  Datagram version: 5",
                   "  Agent address type: IPv4 (1)",
                   "  Agent address: 10.0.0.254",
                   "  Sub-agent ID: 2",
                   "  Sequence number: 100",
                   "  SysUptime (ms): 116000",
                   "  NumSamples: 1",
                   "  Flow sample",
                   "    Enterprise: 0",
                   "    sFlow sample type: Flow sample (1)",
                   "    Sample length (byte): 92",
                   "    Sequence number: 7",
                   "    Sampling rate: 256",
                   "    Sample pool: 1000",
                   "    Dropped packets: 3",
                   "    Input interface (ifIndex): 11",
                   "    Output interface: 0x0000000c",
                   "      Output interface format: single interface (0)",
                   "      Output interface value: 12",
                   "    Flow record: 1",
                   "    Record",
                   "      Enterprise: 0",
                   "      Format: 1",
                   "      Flow data length (byte): 52",
                   "      Header protocol: Ethernet (1)",
                   "      Frame Length: 1500",
                   "      Payload stripped: 4",
                   "      Sampled header length: 36",
                   "Ethernet II  02:00:00:00:10:01 → 02:00:00:00:10:02",
                   "  Destination: 02:00:00:00:10:02",
                   "  Source: 02:00:00:00:10:01",
                   "  Type: IPv4 (0x0800)",
                   "Internet Protocol Version 4",
                   "  Version: 4",
                   "  Header Length: 20",
                   "  Differentiated Services Field: 0x00",
                   "    Differentiated Services Codepoint: CS0 (0)",
                   "    Explicit Congestion Notification: Not ECN-Capable Transport (0)",
                   "  Total Length: 20",
                   "  Identification: 0x0001",
                   "  Flags: 0x00",
                   "    Reserved bit: Not set",
                   "    Don't fragment: Not set",
                   "    More fragments: Not set",
                   "  ! Internet Protocol Version 4 needs 20 bytes, but the header around it leaves only 7",
               };
        QTest::newRow("of another enterprise")
            << QByteArray("00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000001 00001001 00000004 00000000")
            << QStringList{
                   "InMon sFlow  V5, seq 100, 1 samples",
                   "  Datagram version: 5",
                   "  Agent address type: IPv4 (1)",
                   "  Agent address: 10.0.0.254",
                   "  Sub-agent ID: 2",
                   "  Sequence number: 100",
                   "  SysUptime (ms): 116000",
                   "  NumSamples: 1",
                   "  Sample",
                   "    Enterprise: 1",
                   "    sFlow sample type: Flow sample (1)",
                   "    Sample length (byte): 4",
               };
        QTest::newRow("cut")
            << QByteArray("00000005 00000002 00000000 00000000")
            << QStringList{
                   "InMon sFlow",
                   "  Datagram version: 5",
                   "  Agent address type: IPv6 (2)",
                   "  ! InMon sFlow needs 40 bytes, but the frame has only 16",
               };
    }

    void tree()
    {
        QFETCH(QByteArray, packet);
        QTEST(treeOf(protocols::sflow, packet), "tree");
    }

    void everyPrefix()
    {
        QCOMPARE(feedPrefixes(protocols::sflow, "00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000002 00000002 00000048 00000009 00000006 00000001 00000002 00000034 00000000 00000001 00000002 00000003 00000004 00000005 00000006 00000007 00000008 00000009 0000000a 0000000b 0000000c 00000001 00000074 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000002 000003e9 00000010 0000000a 00000000 00000014 00000000 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 0000"), 2 * 233);
        QCOMPARE(feedPrefixes(protocols::sflow, "00000005 00000002 20010db8000000000000000000000001 00000002 00000064 0001c520 00000002 00000003 00000058 00000008 00000000 00000005 00000200 000007d0 00000004 00000000 00000015 00000000 00000016 00000001 00000001 00000024 0000000b 000005dc 00000004 00000014 450000140001000040fd66e60a0000010a00000300000004 0000004c 0000000a 00000000 00000006 00000001 00000002 00000034 00000000 00000001 00000002 00000003 00000004 00000005 00000006 00000007 00000008 00000009 0000000a 0000000b 0000000c"), 2 * 221);
        QCOMPARE(feedPrefixes(protocols::sflow, "00000005 00000001 0a0000fe 00000002 00000064 0001c520 00000003 00000001 00000040 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000018 00000008 000005dc 00000004 00000008 010203040506070800000001 0000005c 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 000000000001 0000005c 00000007 00000005 00000100 000003e8 00000003 0000000b 0000000c 00000001 00000001 00000034 00000001 000005dc 00000004 00000024 020000001002020000001001 0800 450000140001000040fd66e60a0000010a000002 0000"), 2 * 301);
    }
};

QTEST_GUILESS_MAIN(SflowTest)
#include "tst_sflow.moc"
