// Asks the page's verifier about every vector of the file that is named.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"

	"example.com/hooks/webhooks"
)

const other = "whsec_b3RoZXIgc2VjcmV0"

type vector struct {
	Name      string
	Secret    string
	Body      string
	Signature *string
	Standard  map[string]*string
	Now       int64
	Valid     bool
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var vectors []vector
	if err := json.Unmarshal(text, &vectors); err != nil {
		panic(err)
	}
	wrong := 0
	check := func(v vector, way string, said bool) {
		if said != v.Valid {
			fmt.Printf("%s of %q says %v\n", way, v.Name, said)
			wrong++
		}
	}
	for _, v := range vectors {
		secrets := []string{v.Secret, other}
		if v.Standard != nil || v.Signature == nil {
			header := http.Header{}
			for name, value := range v.Standard {
				if value != nil {
					header.Set(name, *value)
				}
			}
			check(v, "standard", webhooks.Standard([]byte(v.Body), header, secrets, time.Unix(v.Now, 0)))
		}
		if v.Standard == nil || v.Signature != nil {
			signature := ""
			if v.Signature != nil {
				signature = *v.Signature
			}
			check(v, "published", webhooks.Published([]byte(v.Body), signature, secrets))
		}
	}
	if wrong > 0 || len(vectors) < 50 {
		fmt.Printf("%d of %d are wrong\n", wrong, len(vectors))
		os.Exit(1)
	}
	fmt.Println("all are right")
}
