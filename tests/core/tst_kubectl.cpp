#include "core/snapshot/hostcommands.h"
#include "core/snapshot/kubectl.h"
#include "tests/support/clusterfacts.h"

#include <QTest>

using namespace vethscope;
using namespace vethscope::test;

// kubectl 1.18 to 1.31, as its printers write (kubectl pkg/cmd/get, pkg/describe; API server's table columns).

class KubectlTest : public QObject
{
    Q_OBJECT

private slots:
    void facts_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QStringList>("facts");

        QTest::newRow("pods, wide, all namespaces")
            << QByteArray("kubectl get pods -A -o wide")
            << QByteArray("NAMESPACE     NAME                       READY   STATUS    RESTARTS       AGE   IP            NODE              NOMINATED NODE   READINESS GATES\n"
                          "default       tea-6fb46d899f-4zkt2       1/1     Running   0              41d   10.244.0.60   master            <none>           <none>\n"
                          "kube-system   coredns-7ff77c879f-6psjb   1/1     Running   3 (12d ago)    90d   10.244.0.58   master            <none>           <none>\n"
                          "default       web-5dcb957ccc-x7w9p       0/1     Pending   0              5s    <none>        <none>            <none>           <none>\n")
            << QStringList{"line 3 pod default/tea-6fb46d899f-4zkt2 10.244.0.60 on master is Running",
                           "line 4 pod kube-system/coredns-7ff77c879f-6psjb 10.244.0.58 on master is Running",
                           "line 5 pod default/web-5dcb957ccc-x7w9p is Pending"};
        QTest::newRow("pods, the short table")
            << QByteArray("kubectl get po -n kube-system")
            << QByteArray("NAME                       READY   STATUS    RESTARTS   AGE\ncoredns-7ff77c879f-6psjb   1/1     Running   0          90d\n")
            << QStringList{"line 3 pod kube-system/coredns-7ff77c879f-6psjb is Running"};
        QTest::newRow("pods behind grep, so without a heading")
            << QByteArray("kubectl get pods -o wide | grep tea")
            << QByteArray("tea-6fb46d899f-4zkt2   1/1     Running   0          41d   10.244.0.60   master   <none>           <none>\n")
            << QStringList{"line 2 pod tea-6fb46d899f-4zkt2 10.244.0.60 on master is Running"};
        QTest::newRow("pods whose blanks were lost")
            << QByteArray("kubectl get pods -owide")
            << QByteArray("NAME  READY  STATUS  RESTARTS  AGE  IP  NODE  NOMINATED NODE  READINESS GATES\n"
                          "tea-6fb46d899f-4zkt2  1/1  Running  0  41d  10.244.0.60  master  <none>  <none>\n")
            << QStringList{"line 3 pod tea-6fb46d899f-4zkt2 10.244.0.60 on master is Running"};
        QTest::newRow("two kinds at once")
            << QByteArray("kubectl get pods,svc -o wide")
            << QByteArray("NAME                       READY   STATUS    RESTARTS   AGE   IP            NODE     NOMINATED NODE   READINESS GATES\n"
                          "pod/tea-6fb46d899f-4zkt2   1/1     Running   0          41d   10.244.0.60   master   <none>           <none>\n"
                          "\n"
                          "NAME                 TYPE        CLUSTER-IP     EXTERNAL-IP   PORT(S)        AGE   SELECTOR\n"
                          "service/kubernetes   ClusterIP   10.96.0.1      <none>        443/TCP        90d   <none>\n"
                          "service/web          NodePort    10.103.27.55   <none>        80:30080/TCP   41d   app=web\n"
                          "service/db           ClusterIP   None           <none>        5432/TCP       41d   app=db\n")
            << QStringList{"line 3 pod tea-6fb46d899f-4zkt2 10.244.0.60 on master is Running",
                           "line 6 service kubernetes ClusterIP 10.96.0.1 443/TCP",
                           "line 7 service web NodePort 10.103.27.55 80/TCP node 30080", "line 8 service db ClusterIP 5432/TCP"};
        QTest::newRow("nodes")
            << QByteArray("kubectl get nodes -o wide")
            << QByteArray("NAME              STATUS     ROLES           AGE   VERSION   INTERNAL-IP    EXTERNAL-IP   OS-IMAGE                KERNEL-VERSION                CONTAINER-RUNTIME\n"
                          "master            Ready      control-plane   90d   v1.28.2   172.27.0.11    <none>        CentOS Linux 7 (Core)   3.10.0-1160.el7.x86_64        containerd://1.6.22\n"
                          "vm-16-10-centos   NotReady   <none>          90d   v1.28.2   172.27.16.10   <none>        CentOS Linux 7 (Core)   3.10.0-1160.el7.x86_64        docker://19.3.5\n")
            << QStringList{"line 3 node master 172.27.0.11 roles control-plane", "line 4 node vm-16-10-centos 172.27.16.10"};
        QTest::newRow("nodes with the columns of the collector")
            << QByteArray("kubectl get nodes -o custom-columns=NAME:.metadata.name")
            << QByteArray("NAME     POD-CIDR        FLANNEL-BACKEND   FLANNEL-DATA                                  FLANNEL-IP    CALICO-IP   CALICO-TUNNEL\n"
                          "master   10.244.0.0/24   vxlan             {\"VNI\":1,\"VtepMAC\":\"8e:5c:79:80:cd:cc\"}   172.27.0.11   <none>      <none>\n")
            << QStringList{"line 3 node master pods 10.244.0.0/24 flannel vxlan public 172.27.0.11 vtep 8e:5c:79:80:cd:cc vni 1"};
        QTest::newRow("endpoints")
            << QByteArray("kubectl get ep -A")
            << QByteArray("NAMESPACE     NAME         ENDPOINTS                                                  AGE\n"
                          "default       web          10.244.0.9:80,10.244.1.3:80                                41d\n"
                          "kube-system   kube-dns     10.244.0.58:53,10.244.0.58:53,10.244.0.58:9153 + 1 more...   90d\n"
                          "default       empty        <none>                                                     1d\n")
            << QStringList{"line 3 endpoint default/web 10.244.0.9:80", "line 3 endpoint default/web 10.244.1.3:80",
                           "line 4 endpoint kube-system/kube-dns 10.244.0.58:53", "line 4 endpoint kube-system/kube-dns 10.244.0.58:53",
                           "line 4 endpoint kube-system/kube-dns 10.244.0.58:9153"};
        QTest::newRow("kubectl warns first")
            << QByteArray("kubectl get ep web")
            << QByteArray("Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n"
                          "NAME   ENDPOINTS       AGE\n"
                          "web    10.244.0.9:80   41d\n")
            << QStringList{"line 4 endpoint web 10.244.0.9:80"};
        QTest::newRow("a pod described, cut by grep: the notes' case")
            << QByteArray("kubectl describe pod tea-6fb46d899f-4zkt2 | grep IP") << QByteArray("IP:           10.244.0.60\n")
            << QStringList{"line 2 pod tea-6fb46d899f-4zkt2 10.244.0.60"};
        QTest::newRow("a pod described")
            << QByteArray("kubectl describe pod tea")
            << QByteArray("Name:         tea-6fb46d899f-4zkt2\nNamespace:    default\nPriority:     0\nNode:         master/172.27.0.11\nStart Time:   Wed, 14 Oct 2020 11:02:03 +0800\n"
                          "Labels:       app=tea\n              pod-template-hash=6fb46d899f\nStatus:       Running\nIP:           10.244.0.60\nIPs:\n  IP:           10.244.0.60\n"
                          "  IP:           fd00:10:244::3c\nContainers:\n  tea:\n    Image:          nginx\n    Port:           80/TCP\nEvents:          <none>\n")
            << QStringList{"line 13 pod default/tea-6fb46d899f-4zkt2 10.244.0.60,fd00:10:244::3c on master at 172.27.0.11 is Running"};
        QTest::newRow("a node described")
            << QByteArray("kubectl describe node master")
            << QByteArray("Name:               master\nRoles:              control-plane\nLabels:             kubernetes.io/os=linux\n"
                          "Annotations:        flannel.alpha.coreos.com/backend-data: {\"VNI\":1,\"VtepMAC\":\"8e:5c:79:80:cd:cc\"}\n"
                          "                    flannel.alpha.coreos.com/backend-type: vxlan\n                    flannel.alpha.coreos.com/public-ip: 172.27.0.11\n"
                          "Addresses:\n  InternalIP:  172.27.0.11\n  Hostname:    master\nPodCIDR:                      10.244.0.0/24\nPodCIDRs:                     10.244.0.0/24\n"
                          "Non-terminated Pods:          (1 in total)\n  Namespace                   Name                      CPU Requests  CPU Limits\n"
                          "  ---------                   ----                      ------------  ----------\n  default                     tea-6fb46d899f-4zkt2      0 (0%)        0 (0%)\n"
                          "Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n")
            << QStringList{"line 16 pod default/tea-6fb46d899f-4zkt2 on master",
                           "line 2 node master 172.27.0.11 roles control-plane pods 10.244.0.0/24 flannel vxlan public 172.27.0.11 vtep 8e:5c:79:80:cd:cc vni 1 host master"};
        QTest::newRow("a pod as JSON")
            << QByteArray("kubectl get pod tea -o json")
            << QByteArray("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Pod\",\n  \"metadata\": {\"name\": \"tea\", \"namespace\": \"shop\"},\n  \"spec\": {\"nodeName\": \"master\"},\n"
                          "  \"status\": {\n    \"hostIP\": \"172.27.0.11\",\n    \"podIP\": \"10.244.0.60\",\n    \"podIPs\": [{\"ip\": \"10.244.0.60\"}],\n    \"phase\": \"Running\"\n  }\n}\n")
            << QStringList{"line 9 pod shop/tea 10.244.0.60 on master at 172.27.0.11 is Running"};
        QTest::newRow("a pod with addresses of both families as JSON")
            << QByteArray("kubectl get pod tea -o json")
            << QByteArray("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Pod\",\n  \"metadata\": {\"name\": \"tea\", \"namespace\": \"shop\"},\n  \"spec\": {\"hostNetwork\": true},\n"
                          "  \"status\": {\n    \"podIP\": \"10.244.0.60\",\n    \"podIPs\": [{\"ip\": \"10.244.0.60\"}, {\"ip\": \"soon\"}, {\"ip\": \"fd00:10:244::3c\"}]\n  }\n}\n")
            << QStringList{"line 8 pod shop/tea 10.244.0.60,fd00:10:244::3c on the host's network", "! line 9"};
        QTest::newRow("a pod as an old server has it, with one address")
            << QByteArray("kubectl get pod tea -o yaml")
            << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  name: tea\n  namespace: shop\nstatus:\n  podIP: 10.244.0.60\n  phase: Pending\n") << QStringList{"line 8 pod shop/tea 10.244.0.60 is Pending"};
        QTest::newRow("a pod without an address stands at its name")
            << QByteArray("kubectl get pod tea -o yaml")
            << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  name: tea\n  namespace: shop\nstatus:\n  phase: Pending\n") << QStringList{"line 5 pod shop/tea is Pending"};
        QTest::newRow("names that no server gives")
            << QByteArray("kubectl get pods -o json")
            << QByteArray("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n{\"kind\": \"Pod\", \"metadata\": {\"name\": \"Tea!\"}},\n{\"kind\": \"Pod\", \"metadata\": {}},\n"
                          "{\"kind\": \"Pod\", \"metadata\": {\"name\": \"tea\"}, \"spec\": {\"nodeName\": \"No node\"}},\n{\"kind\": \"Pod\", \"metadata\": {\"name\": \"coffee\"}}]}\n")
            << QStringList{"line 6 pod coffee", "! line 3", "! line 4", "! line 5"};
        QTest::newRow("a list as YAML: a node of flannel's, a service, its endpoints")
            << QByteArray("kubectl get node,svc,ep -o yaml")
            << QByteArray("apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Node\n  metadata:\n    annotations:\n"
                          "      flannel.alpha.coreos.com/backend-data: '{\"VNI\":1,\"VtepMAC\":\"8e:5c:79:80:cd:cc\"}'\n      flannel.alpha.coreos.com/backend-type: vxlan\n"
                          "      flannel.alpha.coreos.com/public-ip: 172.27.0.11\n    labels:\n      node-role.kubernetes.io/control-plane: \"\"\n    name: master\n  spec:\n    podCIDR: 10.244.0.0/24\n"
                          "    podCIDRs:\n    - 10.244.0.0/24\n  status:\n    addresses:\n    - address: 172.27.0.11\n      type: InternalIP\n    - address: master\n      type: Hostname\n"
                          "- apiVersion: v1\n  kind: Service\n  metadata:\n    name: web\n    namespace: default\n  spec:\n    clusterIP: 10.103.27.55\n    ports:\n    - port: 80\n      protocol: TCP\n    type: ClusterIP\n"
                          "- apiVersion: v1\n  kind: Endpoints\n  metadata:\n    name: web\n    namespace: default\n  subsets:\n  - addresses:\n    - ip: 10.244.0.9\n      targetRef:\n        name: web-1\n    ports:\n    - port: 80\n"
                          "kind: List\n")
            << QStringList{"line 13 node master 172.27.0.11 roles control-plane pods 10.244.0.0/24 flannel vxlan public 172.27.0.11 vtep 8e:5c:79:80:cd:cc vni 1 host master",
                           "line 30 service default/web ClusterIP 10.103.27.55 80/TCP", "line 42 endpoint default/web 10.244.0.9:80 pod web-1"};
        QTest::newRow("flannel's config map")
            << QByteArray("kubectl -n kube-flannel get cm kube-flannel-cfg -o yaml")
            << QByteArray("apiVersion: v1\ndata:\n  net-conf.json: |\n    {\n      \"Network\": \"10.244.0.0/16\",\n      \"Backend\": {\"Type\": \"vxlan\", \"VNI\": 5, \"Port\": 4789}\n    }\n"
                          "kind: ConfigMap\nmetadata:\n  name: kube-flannel-cfg\n")
            << QStringList{"line 4 pool flannel 10.244.0.0/16 vxlan vni 5 port 4789"};
        QTest::newRow("JSON of another shape is told, the rest is read")
            << QByteArray("kubectl get pods -o json")
            << QByteArray("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [\n{\"kind\": \"Pod\", \"metadata\": {\"name\": 7}},\n"
                          "{\"kind\": \"Pod\", \"metadata\": {\"name\": \"tea\"}, \"status\": {\"podIP\": \"10.244.0.60\"}}]}\n")
            << QStringList{"line 4 pod tea 10.244.0.60", "! line 3"};

    }

    void facts()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, output);
        QStringList found = clusterFactsOf(command, output);
        // Sentences are the report's, see tst_snapshot; here the lines count.
        found.removeIf([](const QString &line) { return line.startsWith("! ") && !line.startsWith("! line "); });
        QTEST(found, "facts");
    }

    void parsed_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QStringList>("facts");

        // Tables as people paste them, and what is no row of them.
        const QByteArray podHeading = "NAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES\n";
        QTest::newRow("pods with single blanks")
            << QByteArray("kubectl get po -A -o wide")
            << "NAMESPACE " + podHeading + "shop till-0 1/1 Running 2 (5d3h ago) 9d 10.20.1.4 elm <none> <none>\n"
               "shop till-1 0/1 Init:0/2 0 9d <none> <none> <none> <none>\n"
            << QStringList{"line 3 pod shop/till-0 10.20.1.4 on elm is Running", "line 4 pod shop/till-1 is Init:0/2"};
        QTest::newRow("pods of an old kubectl, single blanks, no heading")
            << QByteArray("kubectl get po -o wide | grep till") << QByteArray("till-0 1/1 Running 2 9d 10.20.1.4 elm\n")
            << QStringList{"line 2 pod till-0 10.20.1.4 on elm is Running"};
        QTest::newRow("pods without headers, of all namespaces")
            << QByteArray("kubectl get po -A --no-headers") << QByteArray("shop   till-0   1/1   Running   0   9d\n")
            << QStringList{"line 2 pod shop/till-0 is Running"};
        QTest::newRow("pods with labels behind")
            << QByteArray("kubectl get po --show-labels")
            << QByteArray("NAME     READY   STATUS    RESTARTS   AGE   LABELS\ntill-0   1/1     Running   0          9d    app=till,tier=<none>\n")
            << QStringList{"line 3 pod till-0 is Running"};
        QTest::newRow("an address that somebody hid")
            << QByteArray("kubectl get po -o wide")
            << podHeading + "till-0 1/1 Running 0 9d 10.x.x.4 elm <none> <none>\n" << QStringList{"line 3 pod till-0 on elm is Running"};
        QTest::newRow("words below a table are no pods")
            << QByteArray("kubectl get po")
            << QByteArray("NAME     READY   STATUS    RESTARTS   AGE\ntill-0   1/1     Running   0          9d\nIt answers, the others do not.\n- till-1 was deleted\n"
                          "{        1/1     Running   0          9d\ntill-2   1/1     running   0          9d\n")
            << QStringList{"line 3 pod till-0 is Running", "! line 4", "! line 5", "! line 6", "! line 7"};
        QTest::newRow("a second heading begins a second table")
            << QByteArray("kubectl get nodes")
            << QByteArray("NAME   STATUS                     ROLES    AGE   VERSION\nelm    Ready,SchedulingDisabled   <none>   9d    v1.29.4\n"
                          "NAME     READY   STATUS    RESTARTS   AGE\ntill-0   1/1     Running   0          9d\n")
            << QStringList{"line 5 pod till-0 is Running", "line 3 node elm"};
        QTest::newRow("everything that runs")
            << QByteArray("kubectl get all")
            << QByteArray("NAME         READY   STATUS    RESTARTS   AGE\npod/till-0   1/1     Running   0          9d\n\n"
                          "NAME                   READY   UP-TO-DATE   AVAILABLE   AGE\ndeployment.apps/till   1/1     1            1           9d\nnot of it\n\n"
                          "NAME           TYPE        CLUSTER-IP    EXTERNAL-IP   PORT(S)    AGE\nservice/till   ClusterIP   10.30.7.140   <none>        8080/TCP   9d\n")
            << QStringList{"line 3 pod till-0 is Running", "line 10 service till ClusterIP 10.30.7.140 8080/TCP", "! line 7"};
        QTest::newRow("nothing there")
            << QByteArray("kubectl get po -n shop") << QByteArray("No resources found in shop namespace.\n") << QStringList{};
        QTest::newRow("not reached")
            << QByteArray("kubectl get nodes") << QByteArray("Unable to connect to the server: dial tcp 192.0.2.1:6443: i/o timeout\n") << QStringList{"! line 2"};
        QTest::newRow("not allowed")
            << QByteArray("kubectl get svc") << QByteArray("Error from server (Forbidden): services is forbidden: User \"elm\" cannot list\n") << QStringList{"! line 2"};
        QTest::newRow("words where a table should be")
            << QByteArray("kubectl get nodes") << QByteArray("nothing here looks like 10.0.0.1\nReady 1 2 3 4\n") << QStringList{"! line 2", "! line 3"};
        QTest::newRow("nodes, single blanks")
            << QByteArray("oc get no -o wide")
            << QByteArray("NAME STATUS ROLES AGE VERSION INTERNAL-IP EXTERNAL-IP OS-IMAGE KERNEL-VERSION CONTAINER-RUNTIME\n"
                          "elm NotReady worker 9d v1.29.4 192.0.2.21 <none> Red Hat Enterprise Linux CoreOS 415.92 5.14.0-284.el9.x86_64 cri-o://1.28.6\n")
            << QStringList{"line 3 node elm 192.0.2.21 roles worker"};
        QTest::newRow("columns of the asker's own names")
            << QByteArray("kubectl get pods -A -o custom-columns=WHERE:.spec.nodeName,WHO:.metadata.name,NSP:.metadata.namespace,ADDR:status.podIP,ON:.status.hostIP,H:.spec.hostNetwork")
            << QByteArray("WHERE   WHO      NSP    ADDR         ON           H\nelm     till-0   shop   10.20.1.4    192.0.2.21   <none>\nelm     proxy    kube   192.0.2.21   192.0.2.21   true\n"
                          "the rest is not shown here\n")
            << QStringList{"line 3 pod shop/till-0 10.20.1.4 on elm at 192.0.2.21", "line 4 pod kube/proxy 192.0.2.21 on elm at 192.0.2.21 on the host's network", "! line 5"};
        QTest::newRow("columns that awk left")
            << QByteArray("kubectl get pods -o wide | awk '{print $1,$6,$7}'") << QByteArray("NAME IP NODE\ntill-0 10.20.1.4 elm\n")
            << QStringList{"line 3 pod till-0 10.20.1.4 on elm"};
        QTest::newRow("names alone")
            << QByteArray("kubectl get pods -o name") << QByteArray("pod/till-0\nnode/elm\nService/x\n") << QStringList{"line 2 pod till-0", "! line 3", "! line 4"};
        QTest::newRow("endpoint slices")
            << QByteArray("kubectl get endpointslices -A")
            << QByteArray("NAMESPACE   NAME         ADDRESSTYPE   PORTS       ENDPOINTS                         AGE\n"
                          "shop        till-4xw7k   IPv4          8080,9090   10.20.1.4,10.20.1.5 + 1 more...   9d\n"
                          "default     kubernetes   IPv4          6443        192.0.2.21                        9d\n"
                          "shop        till-abcde   IPv4          <unset>     10.20.1.9                         9d\n"
                          "shop        none         IPv4          80          <none>                            9d\n")
            << QStringList{"line 3 endpoint shop/till 10.20.1.4:8080", "line 3 endpoint shop/till 10.20.1.4:9090", "line 3 endpoint shop/till 10.20.1.5:8080",
                           "line 3 endpoint shop/till 10.20.1.5:9090", "line 4 endpoint default/kubernetes 192.0.2.21:6443",
                           "line 5 endpoint shop/till-abcde 10.20.1.9:0"};
        QTest::newRow("endpoint slices as YAML")
            << QByteArray("kubectl get endpointslices -o yaml")
            << QByteArray("apiVersion: v1\nitems:\n- addressType: IPv4\n  apiVersion: discovery.k8s.io/v1\n  endpoints:\n  - addresses:\n    - 10.20.1.4\n    targetRef:\n      name: till-0\n"
                          "  kind: EndpointSlice\n  metadata:\n    labels:\n      kubernetes.io/service-name: till\n    name: till-4xw7k\n    namespace: shop\n  ports:\n  - port: 8080\nkind: List\n")
            << QStringList{"line 7 endpoint shop/till 10.20.1.4:8080 pod till-0"};
        QTest::newRow("OpenShift's subnets of nodes")
            << QByteArray("oc get hostsubnet")
            << QByteArray("NAME   HOST   HOST IP      SUBNET          EGRESS CIDRS   EGRESS IPS\nelm    elm    192.0.2.21   10.40.2.0/23                  \n")
            << QStringList{"line 3 node elm 192.0.2.21 pods 10.40.2.0/23"};

        // What is no part of a description ends it.
        const QByteArray node = "Name:               elm\nRoles:              worker\nLabels:             kubernetes.io/os=linux\nAddresses:\n  InternalIP:  192.0.2.21\n  Hostname:    elm.lab\nPodCIDR: 10.20.1.0/24\n"
                                "Non-terminated Pods:          (1 in total)\n  Namespace  Name    CPU Requests  CPU Limits\n  ---------  ----    ------------  ----------\n  shop       till-0  0 (0%)        0 (0%)\n"
                                "Events:\n  Type    Reason     Age  From     Message\n  ----    ------     ---  ----     -------\n  Normal  NodeReady  6d   kubelet  Node elm status is now: NodeReady\n";
        QTest::newRow("a node described, then another output")
            << QByteArray("kubectl describe node elm") << node + "2: ens3: <UP> mtu 1500\n    link/ether 52:54:00:00:00:01\nName of the game: unknown\n"
            << QStringList{"line 12 pod shop/till-0 on elm", "line 2 node elm 192.0.2.21 roles worker pods 10.20.1.0/24 host elm.lab", "! line 17", "! line 18", "! line 19"};
        QTest::newRow("two nodes described")
            << QByteArray("kubectl describe nodes") << node + "\n\nName:               oak\nRoles:              <none>\nPodCIDR:            10.20.2.0/24\n\nThat is all.\n"
            << QStringList{"line 12 pod shop/till-0 on elm", "line 2 node elm 192.0.2.21 roles worker pods 10.20.1.0/24 host elm.lab", "line 19 node oak pods 10.20.2.0/24", "! line 23"};
        QTest::newRow("a node described, cut by grep: its name stands in the call")
            << QByteArray("kubectl describe node/elm | grep -A 1 -i address")
            << QByteArray("Addresses:\n  InternalIP:  192.0.2.21\n--\nflannel.alpha.coreos.com/public-ip: 192.0.2.21\nand so on\n")
            << QStringList{"line 3 node elm 192.0.2.21 public 192.0.2.21", "! line 4", "! line 6"};
        QTest::newRow("nodes described, cut by grep: whose it is nobody knows")
            << QByteArray("kubectl describe node elm oak | grep IP") << QByteArray("  InternalIP:  192.0.2.21\n  InternalIP:  192.0.2.22\n") << QStringList{"! line 2", "! line 3"};
        QTest::newRow("a node described whose blanks are gone")
            << QByteArray("kubectl describe node elm") << QByteArray("Name: elm\nRoles: worker\nLabels: a.b/c=d\nkubernetes.io/os=linux\nAddresses:\nInternalIP: 192.0.2.21\n")
            << QStringList{"line 2 node elm 192.0.2.21 roles worker"};
        QTest::newRow("a name that is none is not described")
            << QByteArray("kubectl describe node") << QByteArray("Name: Elm Street\nRoles: worker\n") << QStringList{"! line 2", "! line 3"};
        QTest::newRow("a pod described, then routes")
            << QByteArray("kubectl describe pod till-0")
            << QByteArray("Name:             till-0\nNamespace:        shop\nNode:             elm/192.0.2.21\nStatus:           Terminating (lasts 5m)\nIP:               10.20.1.4\nContainers:\n  till:\n"
                          "    State:          Running\nEvents:           <none>\ndefault via 192.0.2.1 dev ens3\n10.20.1.4 dev cali0 scope link\n")
            << QStringList{"line 6 pod shop/till-0 10.20.1.4 on elm at 192.0.2.21 is Terminating", "! line 11", "! line 12"};
        QTest::newRow("events say nothing of the pod")
            << QByteArray("kubectl describe pod till-0")
            << QByteArray("Name:  till-0\nNamespace:  shop\nNode:  elm/192.0.2.21\nEvents:\n  Type  Reason\n  IP: 10.9.9.9\n") << QStringList{"line 2 pod shop/till-0 on elm at 192.0.2.21"};
        QTest::newRow("a service described")
            << QByteArray("kubectl describe svc till")
            << QByteArray("Name:                     till\nNamespace:                shop\nLabels:                   app=till\nAnnotations:              <none>\nSelector:                 app=till\nType:                     NodePort\n"
                          "IP Family Policy:         SingleStack\nIP Families:              IPv4\nIP:                       10.30.7.140\nIPs:                      10.30.7.140\nPort:                     http  8080/TCP\nTargetPort:               8080/TCP\n"
                          "NodePort:                 http  30080/TCP\nEndpoints:                10.20.1.4:8080,10.20.2.4:8080 + 1 more...\nPort:                     <unset>  9090/UDP\nSession Affinity:         None\nEvents:                   <none>\nIt answers.\n")
            << QStringList{"line 10 service shop/till NodePort 10.30.7.140 8080/TCP node 30080 9090/UDP", "line 15 endpoint shop/till 10.20.1.4:8080",
                           "line 15 endpoint shop/till 10.20.2.4:8080", "! line 19"};

        // Objects whose names are none.
        QTest::newRow("a node that cannot be called so")
            << QByteArray("kubectl get node -o yaml") << QByteArray("apiVersion: v1\nkind: Node\nmetadata:\n  name: El m\n") << QStringList{"! line 2"};
        QTest::newRow("a pod on a node that cannot be called so")
            << QByteArray("kubectl get pod -o yaml") << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  name: till-0\nspec:\n  nodeName: El m\n") << QStringList{"! line 2"};
        QTest::newRow("YAML ends where words begin")
            << QByteArray("kubectl get pod till-0 -o yaml")
            << QByteArray("apiVersion: v1\nkind: Pod\nmetadata:\n  name: till-0\nstatus:\n  podIP: 10.20.1.4\nAs you see it has an address.\n") << QStringList{"line 7 pod till-0 10.20.1.4", "! line 8"};
    }

    void parsed()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, output);
        QTEST(parserFactsOf(command, output), "facts");
    }

    void calls()
    {
        const KubectlCall call = kubectlCall({"kubectl", "--context=x", "-n", "kube-system", "get", "Pods,svc", "-owide", "--sort-by", ".metadata.name", "a", "pod/b"});
        QCOMPARE(call.verb, std::string("get"));
        QCOMPARE(call.resources, (std::vector<std::string>{"pods", "svc"}));
        QCOMPARE(call.names, (std::vector<std::string>{"a", "b"}));
        QCOMPARE(call.kubeNamespace, std::string("kube-system"));
        QCOMPARE(call.output, std::string("wide"));
        QVERIFY(asksFor(call, {"pods", "pod", "po"}));
        QVERIFY(!asksFor(call, {"nodes", "node", "no"}));
        QVERIFY(kubectlCall({"ip", "addr"}).verb.empty());
        QCOMPARE(kubectlCall({"k3s", "kubectl", "get", "no"}).verb, std::string("get"));
        QCOMPARE(kubectlCall({"minikube", "kubectl", "--", "get", "no"}).resources, std::vector<std::string>{"no"});
        QVERIFY(kubectlCall({"k3s", "server"}).verb.empty());
        QVERIFY(kubectlCall({"sudo", "kubectl", "get"}).verb.empty());
        QVERIFY(kubectlCall({}).verb.empty());
    }

    // Output that nobody named is known by its first line alone, and nothing else looks like it.
    void looks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("command");

        const auto is = [](const char *command, const QByteArray &text) { QTest::addRow("%s: %s", command, text.left(60).constData()) << text << QByteArray(command); };
        is("kubectl get", "NAME READY STATUS RESTARTS AGE\n");
        is("kubectl get", "NAMESPACE   NAME   READY   STATUS   RESTARTS   AGE   IP   NODE   NOMINATED NODE   READINESS GATES\n");
        is("kubectl get", "NAME   STATUS   ROLES   AGE   VERSION\n");
        is("kubectl get", "NAME   TYPE   CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE   SELECTOR\n");
        is("kubectl get", "NAME CLUSTER-IP EXTERNAL-IP PORT(S) AGE\n");
        is("kubectl get", "NAME   ENDPOINTS   AGE\n");
        is("kubectl get", "NAME   ADDRESSTYPE   PORTS   ENDPOINTS   AGE\n");
        is("kubectl get", "NAME   HOST   HOST IP   SUBNET   EGRESS CIDRS   EGRESS IPS\n");
        is("kubectl get", "\nNAME   ENDPOINTS   AGE\n");
        is("kubectl get", "apiVersion: v1\nkind: Pod\nmetadata:\n");
        is("kubectl get", "---\nkind: Pod\napiVersion: v1\n");
        is("kubectl get", "apiVersion: v1\nitems:\n- apiVersion: v1\n");
        is("kubectl get", "{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Node\"\n}\n");
        is("kubectl get", "{\"kind\": \"PodList\", \"apiVersion\": \"v1\", \"items\": []}\n");
        is("kubectl describe node", "Name:   elm\nRoles:  worker\n");
        is("kubectl describe node", "Name: elm\nRole:\n");
        is("kubectl describe pod", "Name:   till-0\nNamespace:  shop\nPriority:  0\nNode:  elm/192.0.2.21\n");
        is("kubectl describe service", "Name:   till\nNamespace:  shop\nLabels:  a=b\n  c=d\nSelector:  app=till\nType:  ClusterIP\n");
        is("calicoctl get node", "NAME   ASN   IPV4   IPV6\n");
        is("calicoctl get ippool", "NAME   CIDR   NAT   IPIPMODE   VXLANMODE   DISABLED   SELECTOR\n");
        is("calicoctl get bgppeer", "NAME   PEERIP   NODE   ASN\n");
        is("calicoctl get bgpconfig", "NAME   LOGSEVERITY   MESHENABLED   ASNUMBER\n");
        is("calicoctl node status", "Calico process is running.\n");
        is("calicoctl node status", "IPv4 BGP status\n");
        is("calicoctl node status", "+---+---+\n| PEER ADDRESS | PEER TYPE | STATE | SINCE | INFO |\n");
        is("birdc show protocols", "BIRD 2.0.8 ready.\nName       Proto      Table      State  Since         Info\n");
        is("birdc show protocols", "name     proto    table    state  since       info\n");
        is("birdc show route", "BIRD 2.0.8 ready.\nTable master4:\n10.20.2.0/24         unicast [Mesh_192_0_2_22 08:15:01] * (100/0) [i]\n");
        is("birdc show route", "10.20.2.0/24       via 192.0.2.22 on ens3 [Mesh_192_0_2_22 08:15:01] * (100/0) [i]\n");
        is("crictl pods", "POD ID              CREATED             STATE               NAME                NAMESPACE           ATTEMPT             RUNTIME\n");
        is("crictl ps", "CONTAINER           IMAGE               CREATED             STATE               NAME                ATTEMPT             POD ID\n");
        is("docker ps", "CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES\n");
        is("cat /run/flannel/subnet.env", "FLANNEL_NETWORK=10.20.0.0/16\nFLANNEL_MTU=1450\n");
        is("cat net-conf.json", "{ \"Network\": \"10.20.0.0/16\", \"Backend\": {\"Type\": \"vxlan\"} }\n");
        is("cat /etc/cni/net.d", "{\"cniVersion\": \"1.0.0\", \"name\": \"cbr0\", \"plugins\": []}\n");
        is("uname", "Linux elm 6.1.0-21-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.90-1 x86_64 GNU/Linux\n");

        is("", "");
        is("", "NAME\n");
        is("", "NAME   READY   UP-TO-DATE   AVAILABLE   AGE\n");
        is("", "NAME   STATUS   AGE\n");
        is("", "NAME READY STATUS RESTARTS\n");
        is("", "The NAME READY STATUS RESTARTS AGE of a pod\n");
        is("", "name ready status restarts age\n");
        is("", "Name: elm\n");
        is("", "Name: Elm Street\nRoles: worker\n");
        is("", "Name: elm\nAddress: Somewhere 7\n");
        is("", "Name:   till\nNamespace:  shop\nCreationTimestamp:  today\nSelector: a\nType: b\n");
        is("", "apiVersion: v2\nname: chart\n");
        is("", "kind: of blue\n");
        is("", "apiVersion is what it says\nkind: Pod\n");
        is("", "kind: Pod\nOr so it seems.\napiVersion: v1\n");
        is("", "{\"name\": \"x\"}\n");
        is("", "{{ .Values.name }}\n");
        is("", "[x] apiVersion kind\n");
        is("", "[link](http://example.org) apiVersion kind\n");
        is("", "Calico process is not running.\n");
        is("", "+---+---+\n| a | b |\n");
        is("", "BIRD 2.0.8 ready.\nhello\n");
        is("", "10.20.2.0/24 [see below] and so on\n");
        is("", "FLANNEL_VERSION=1.2\n");
        is("", "FLANNEL_NETWORK=$1\n");
        is("", "Linux is what we use #1 of all GNU/Linux\n");
        is("", "POD ID and so on\n");
        is("", "CONTAINER ID is long\n");
    }

    void looks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, command);
        const TypedCommand typed{.source = std::make_shared<const SourceText>("text", text.toStdString()), .session = {}, .output = {1, std::uint32_t(text.count('\n'))}};
        Facts facts;
        const HostCommand *found = typed.output.count == 0 ? nullptr : commandPrinting(Reading(typed, facts));
        QCOMPARE(found ? QByteArray(found->name.data(), qsizetype(found->name.size())) : QByteArray(), command);
    }

    // What people write to be made tells of nothing that is.
    void manifests()
    {
        const QByteArray manifest = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\n---\n"
                                    "apiVersion: v1\nkind: Node\nmetadata:\n  name: elm\n";
        const auto read = [](const QByteArray &text) {
            const TypedCommand alone{.source = std::make_shared<const SourceText>("text", text.toStdString()), .session = {}, .output = {1, std::uint32_t(text.count('\n'))}};
            Facts facts;
            Reading reading(alone, facts);
            commands::kubectlGet.read(reading);
            return clusterFactLines(facts);
        };
        QCOMPARE(read(manifest), QStringList());
        QCOMPARE(read(QByteArray(manifest).replace("name: web\n---", "name: web\nstatus:\n  phase: Running\n---")), QStringList{"line 4 pod web is Running"});
        QCOMPARE(read(QByteArray(manifest).replace("name: elm\n", "name: elm\n  uid: 1a2b\n")), QStringList{"line 17 node elm"});
        QCOMPARE(read(QByteArray(manifest).replace("spec:\n", "spec:\n  clusterIP: 10.30.0.7\n")), QStringList{"line 11 service web 10.30.0.7 80/TCP"});
    }
};

QTEST_APPLESS_MAIN(KubectlTest)
#include "tst_kubectl.moc"
